using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Chiyoda.Bousai.Hub.Tests.CallOuts;

/// <summary>A hub with a duty list of three posts, a mail server and a carrier, all on this machine; time passes at a word.</summary>
internal sealed partial class CallOutWorld : IAsyncDisposable
{
    private static readonly TimeSpan ATurn = TimeSpan.FromMinutes(3) + TimeSpan.FromSeconds(1);

    private readonly TemporaryFolder _folder = new();

    private CallOutWorld()
    {
    }

    public MovableClock Clock { get; } = new();

    public LocalMailServer Mail { get; } = new();

    public LocalWebhook Carrier { get; private set; } = null!;

    public RunningHub Hub { get; private set; } = null!;

    public Dictionary<string, string?> Settings { get; private set; } = [];

    /// <param name="duty">Rows of the duty list; left out: SMS to duty-1 and duty-2, mail to the manager.</param>
    public static Task<CallOutWorld> StartAsync(params string[] duty) => StartAsync(_ => { }, duty);

    /// <param name="adjust">Last word on the services.</param>
    /// <param name="duty">Rows of the duty list.</param>
    public static async Task<CallOutWorld> StartAsync(Action<IServiceCollection> adjust, params string[] duty)
    {
        var world = new CallOutWorld();
        world.Carrier = await LocalWebhook.StartAsync(world.Clock);
        string[] rows = duty.Length > 0 ? duty : ["duty-1,sms,000-0000-0001", "duty-2,sms,000-0000-0002", "manager,mail,manager@example.jp"];
        world.WriteDuty(rows);
        world.Settings = SettingsFor(world._folder.PathOf("duty.csv"), world.Mail, world.Carrier);
        world.Hub = await RunningHub.StartAsync(
            adjust: services =>
            {
                services.AddSingleton<TimeProvider>(world.Clock);
                adjust(services);
            },
            settings: world.Settings);
        return world;
    }

    public static Dictionary<string, string?> SettingsFor(string duty, LocalMailServer mail, LocalWebhook carrier) => new()
    {
        ["CallOut:DutyList"] = duty,
        ["CallOut:PublicUrl"] = "https://bousai.example.jp/",
        ["CallOut:LookEvery"] = "00:00:00.200",
        ["CallOut:SendWithin"] = "00:00:05",
        ["CallOut:Mail:Host"] = "127.0.0.1",
        ["CallOut:Mail:Port"] = mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["CallOut:Mail:Security"] = "None",
        ["CallOut:Mail:From"] = "bousai@example.jp",
        ["CallOut:Webhook:Url"] = carrier.Url.AbsoluteUri,
        ["CallOut:Webhook:Secret"] = LocalWebhook.Secret,
    };

    public void WriteDuty(params string[] rows) => File.WriteAllText(_folder.PathOf("duty.csv"), string.Join('\n', ["職,手段,宛先", .. rows, string.Empty]));

    /// <summary>A level-4 forecast: a criterion proposes, and nobody looks at a screen.</summary>
    public Task WakeAsync(string river = Floods.Kanda) => Hub.PublishTelegramAsync(Floods.Telegram(river, 4, Clock.GetUtcNow()));

    public void PassATurn() => Clock.Advance(ATurn);

    /// <param name="calls">How many at least.</param>
    /// <param name="saying">What stands in each of them; left out: anything.</param>
    public Task CarriedAsync(int calls, string saying = "") => Eventually.TrueAsync(
        () => Task.FromResult(Carrier.Calls.Count(call => call.Text.Contains(saying, StringComparison.Ordinal)) >= calls), $"{calls} calls were carried: {string.Join(' ', Carrier.Faults)}");

    public Task MailedAsync(int mails) => Eventually.TrueAsync(() => Task.FromResult(Mail.Mails.Count >= mails), $"{mails} mails were taken: {string.Join(' ', Mail.Faults)}");

    public static async Task<JsonElement> OnlyAsync(StaffClient staff) => (await staff.GetAsync("/api/v1/call-outs")).GetProperty("items").EnumerateArray().Single();

    public static Task ReachesAsync(StaffClient staff, string state) =>
        Eventually.TrueAsync(async () => (await OnlyAsync(staff)).GetProperty("state").GetString() == state, $"the call-out is {state}");

    /// <summary>The path of the link in a message.</summary>
    public static string LinkIn(string text) => Link().Match(text).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Carrier.DisposeAsync();
        await Mail.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex("https://bousai\\.example\\.jp(/call-out/[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
