using System.Globalization;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Browsers;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>One member of staff at one browser of their own, with the pages of headquarters and nothing else.</summary>
internal sealed class StaffDesk(ExerciseStage stage, BrowserPage page)
{
    public BrowserPage Page => page;

    /// <summary>Opens the pages of headquarters without a session, is asked to sign in, and does.</summary>
    public static async Task<StaffDesk> SignInAsync(ExerciseStage stage, string login, string role, string? name = null)
    {
        var (_, password) = await stage.Hub.AddAccountAsync(login, role, name: name);
        var session = await stage.Browser.NewSessionAsync();
        return await SignInAsync(stage, await session.OpenAsync(stage.At("/hq")), login, password);
    }

    /// <summary>The same in a browser that runs no script.</summary>
    public static async Task<StaffDesk> SignInWithoutScriptsAsync(ExerciseStage stage, string login, string role)
    {
        var (_, password) = await stage.Hub.AddAccountAsync(login, role);
        var session = await stage.Browser.NewSessionAsync();
        var page = await session.OpenAsync(new Uri("about:blank"));
        await page.DisableScriptsAsync();
        await page.NavigateAsync(stage.At("/hq"));
        return await SignInAsync(stage, page, login, password);
    }

    /// <summary>Signs in on the page that a session is asked for, at any desk of the hub.</summary>
    public static async Task<StaffDesk> SignInAsync(ExerciseStage stage, BrowserPage page, string login, string password)
    {
        await page.WaitForAsync("location.pathname.endsWith('/hq/sign-in')");
        await page.TypeAsync("#login", login);
        await page.TypeAsync("#password", password);
        await page.ClickAsync("main button");
        await page.WaitForAsync("location.pathname.endsWith('/hq')");
        return new StaffDesk(stage, page);
    }

    /// <summary>Waits for the bell to be listened to, and marks the document: a reload would lose the mark.</summary>
    public async Task WatchAsync()
    {
        await page.WaitForAsync("document.documentElement.dataset.connection === 'open'");
        await page.EvaluateAsync<object>("window.same = true");
    }

    /// <summary>Waits until the open page shows that a proposal stands so.</summary>
    public Task SeeOpenAsync(string words) => page.WaitForAsync($"document.querySelector('#open article')?.innerText.includes('{words}')");

    public async Task<bool> IsSameDocumentAsync() => await page.EvaluateAsync<bool>("window.same === true");

    /// <summary>Opens the proposal that the list of open ones shows first.</summary>
    public async Task OpenProposalAsync()
    {
        await page.ClickAsync("#open article h3 a");
        await page.WaitForAsync("location.pathname.startsWith('/hq/proposals/') && document.getElementById('steps')");
    }

    public async Task SubmitAsync()
    {
        await page.ClickAsync("#steps form[action*='Submit'] button");
        await SaidAsync("提出しました");
    }

    /// <summary>Records what the holder of authority said by telephone; on a proposal that is not submitted yet, in one act with submitting it.</summary>
    /// <param name="authority">Id of the holder.</param>
    /// <param name="words">As heard; <see langword="null"/> = nothing is typed.</param>
    public async Task RecordDecisionAsync(string authority, string? words = null)
    {
        await page.ClickAsync($"input[name=by][value={authority}]");
        await page.ClickAsync("input[name=means][value=Telephone]");
        if (words is not null)
        {
            await page.TypeAsync("#said", words);
        }

        await page.ClickAsync("#steps form[action*='Decide'] button");
        await SaidAsync("決裁を記録しました");
    }

    /// <summary>Fills in what the second person has read on the page, without sending it.</summary>
    public async Task ReadBackAsync(int level)
    {
        var areas = await page.EvaluateAsync<int>("document.querySelectorAll('#areas li').length");
        await page.ClickAsync(string.Create(CultureInfo.InvariantCulture, $"input[name=level][value='{level}']"));
        await page.ClickAsync(string.Create(CultureInfo.InvariantCulture, $"input[name=areas][value^='{areas}-']"));
    }

    public async Task ReleaseAsync()
    {
        await page.ClickAsync("button.send");
        await page.WaitForAsync("location.pathname.startsWith('/hq/orders/')");
        await SaidAsync("発信しました");
    }

    /// <summary>From the picture of the situation: the order that is in force, and the asking for its end.</summary>
    public async Task AskLiftAsync(string reason)
    {
        await page.NavigateAsync(stage.At("/hq"));
        await page.ClickAsync("#orders article h3 a");
        await page.WaitForAsync("location.pathname.startsWith('/hq/orders/')");
        await page.ClickAsync("#steps details:has(form[action*='Lift']) summary");
        foreach (var question in new[] { "falling", "rain", "site" })
        {
            await page.ClickAsync($"#steps form[action*='Lift'] input[name={question}]");
        }

        await page.TypeAsync("#whyNot", "訓練のため助言は受けていない");
        await page.TypeAsync("#reason", reason);
        await page.ClickAsync("#steps form[action*='Lift'] button");
        await page.WaitForAsync("location.pathname.startsWith('/hq/proposals/')");
        await SaidAsync("解除の案を提出しました");
    }

    /// <summary>Reads the page of the order until it counts so many phones that showed the message.</summary>
    public Task WaitForReachAsync(int shown) => Eventually.TrueAsync(
        async () =>
        {
            await page.ReloadAsync();
            return await page.CallAsync<bool>(
                "shown => [...document.querySelectorAll('#reach tbody tr')].some(row => Number(row.cells[5].innerText) >= shown)", shown);
        },
        "the page of the order counts the phones that showed the message");

    private async Task SaidAsync(string sentence)
    {
        await page.WaitForAsync($"document.querySelector('p.done')?.innerText.includes('{sentence}')");
        await Soundness.AssertAsync(page);
    }
}
