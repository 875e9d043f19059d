using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Chiyoda.Bousai.TestServices.PushService;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>A genuine browser without a window, on a new profile, driven over WebDriver BiDi. Dispose it before the servers
/// it talks to.</summary>
public sealed class GenuineBrowser : IAsyncDisposable
{
    private readonly ILauncher _launcher;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _errors = new(StringComparer.Ordinal);
    private BidiConnection? _bidi;

    private GenuineBrowser(ILauncher launcher) => _launcher = launcher;

    /// <summary>Why Firefox cannot be started here, or <c>null</c>. Pass it through
    /// <see cref="RequiredServices.SkipReason"/> to a skip.</summary>
    public static string? FirefoxMissing =>
        FirefoxLauncher.Program is null ? "Firefox is not installed (Debian: apt-get install firefox-esr)." : null;

    /// <summary>Why Chromium cannot be started here, or <c>null</c>.</summary>
    public static string? ChromiumMissing => ChromiumLauncher.Program is null || ChromiumLauncher.Driver is null
        ? "Chromium or its driver is not installed (Debian: apt-get install chromium chromium-driver)."
        : null;

    /// <summary><c>Firefox</c> or <c>Chromium</c>.</summary>
    public string Name => _launcher.Name;

    /// <summary>The profile's own session. Chromium subscribes to push in this one only.</summary>
    public BrowserSession Session { get; private set; } = null!;

    internal BidiConnection Bidi => _bidi!;

    public static Task<GenuineBrowser> StartFirefoxAsync(LocalPushService? pushService = null) =>
        StartFirefoxAsync(new BrowserOptions { PushService = pushService });

    public static Task<GenuineBrowser> StartFirefoxAsync(BrowserOptions options) => StartAsync(new FirefoxLauncher(), options);

    public static Task<GenuineBrowser> StartChromiumAsync(LocalPushService? pushService = null) =>
        StartChromiumAsync(new BrowserOptions { PushService = pushService });

    public static Task<GenuineBrowser> StartChromiumAsync(BrowserOptions options) => StartAsync(new ChromiumLauncher(), options);

    /// <summary>A session apart: cookies, storage and service workers of its own, for another person at another desk.</summary>
    public async Task<BrowserSession> NewSessionAsync()
    {
        var result = await Bidi.SendAsync("browser.createUserContext", []);
        return new BrowserSession(this, (string)result["userContext"]!);
    }

    public async ValueTask DisposeAsync()
    {
        if (_bidi is not null)
        {
            await _launcher.AskToEndAsync(_bidi);
            await _bidi.DisposeAsync();
        }

        await _launcher.DisposeAsync();
    }

    internal Task EmulateColorSchemeAsync(string context, ColorScheme scheme) =>
        _launcher.EmulateColorSchemeAsync(Bidi, context, scheme);

    internal IReadOnlyList<string> ErrorsOf(string context) =>
        _errors.TryGetValue(context, out var errors) ? [.. errors] : [];

    private static async Task<GenuineBrowser> StartAsync(ILauncher launcher, BrowserOptions options)
    {
        var browser = new GenuineBrowser(launcher);
        try
        {
            browser._bidi = await launcher.StartAsync(options, browser.OnEvent);
            browser.Session = new BrowserSession(browser, "default");
            await browser.Bidi.SendAsync("session.subscribe", new JsonObject { ["events"] = new JsonArray("log.entryAdded") });
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    private void OnEvent(string method, JsonNode parameters)
    {
        if (method == "log.entryAdded"
            && (string?)parameters["level"] == "error"
            && (string?)parameters["source"]?["context"] is { } context)
        {
            _errors.GetOrAdd(context, _ => new()).Enqueue((string?)parameters["text"] ?? "");
        }
    }
}
