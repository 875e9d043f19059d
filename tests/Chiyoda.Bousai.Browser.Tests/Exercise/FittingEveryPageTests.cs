using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Browsers;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Every page that the menu of headquarters leads to, and the forms behind them, with an order in force: on a phone by day and on a desk at night,
/// nothing is too wide and nothing fails.</summary>
public sealed class FittingEveryPageTests
{
    [Fact]
    public async Task EveryPageOfHeadquarters_FitsAPhoneAndADesk()
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        using (var desks = await Desks.OpenAsync(stage.Hub))
        {
            await stage.PlayThroughAsync("05_VXKO_kanda_level4.xml");
            await desks.IssueDraftAsync(TimeProvider.System.GetUtcNow());
            await stage.Hub.PublishTelegramAsync(Alerts.Rain(4, TimeProvider.System.GetUtcNow()));
        }

        var order = $"/hq/orders/{(await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items")[0].GetProperty("id").GetString()}";
        var author = await StaffDesk.SignInAsync(stage, "author", "Recorder");
        await author.Page.NavigateAsync(stage.At(order));
        await author.Page.ClickAsync("form[action*='Calls'] button, form[action*='calls'] button");
        await author.Page.WaitForAsync("location.pathname.endsWith('/calls')");

        var menu = await author.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('header nav a')].map(link => new URL(link.href).pathname)") ?? [];
        Assert.True(menu.Length >= 15, string.Join(' ', menu));
        string[] forms = [order, $"{order}/calls", $"{order}/calls/fax", $"{order}/documents", $"{order}/change?act=Lower", "/hq/account", "/hq/proposals/new", "/hq/notices/new", "/hq/notices/new?template=shelter-opening"];
        foreach (var path in menu.Concat(forms).Append(await LinkAsync("/hq/notices", "/hq/notices/0")).Append(await LinkAsync("/hq/facilities", "/hq/facilities/calls/")))
        {
            await author.Page.NavigateAsync(stage.At(path));
            var name = Regex.Replace(path.Replace(order, "order", StringComparison.Ordinal), "[0-9a-f-]{36}", "proposed").Replace('/', '-').Replace('?', '-').Trim('-');
            await TakeAsync(name);
        }

        // The editor: what does not fit a fire is not offered, and every text is read before anything is saved.
        await author.Page.NavigateAsync(stage.At("/hq/proposals/new"));
        await author.WatchAsync();
        var followed = await author.Page.EvaluateAsync<string>(
            "document.getElementById('what').value = 'Fire/', document.getElementById('what').dispatchEvent(new Event('change', { bubbles: true })),"
            + " ['level', 'action', 'audience'].map(id => document.getElementById(id).value).join(' ')");
        Assert.Equal("none LeaveNow Everyone", followed);
        await author.Page.EvaluateAsync<object>("document.querySelector('input[name=areas]').checked = true");
        await author.Page.TypeAsync("#publicReason", "火事が広がっているため");
        await author.Page.ClickAsync("button[formaction*='Preview']");
        await author.Page.WaitForAsync("document.getElementById('preview')");
        await TakeAsync("proposal-preview");

        async Task TakeAsync(string name)
        {
            await Album.TakeAsync(author.Page, $"page-{name}-360", Album.Size.Phone);
            await author.Page.EmulateColorSchemeAsync(ColorScheme.Dark);
            await Album.TakeAsync(author.Page, $"page-{name}-1440-dark", Album.Size.Desk);
            await author.Page.EmulateColorSchemeAsync(ColorScheme.Light);
        }

        // What a criterion proposed has an address of its own.
        async Task<string> LinkAsync(string page, string begin)
        {
            await author.Page.NavigateAsync(stage.At(page));
            return await author.Page.EvaluateAsync<string>($"new URL(document.querySelector('main a[href*=\"{begin}\"]').href).pathname") ?? string.Empty;
        }
    }
}
