using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestServices.PushService;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>Starts Firefox directly; it speaks WebDriver BiDi by itself.</summary>
internal sealed partial class FirefoxLauncher : ILauncher
{
    private BrowserProcess? _process;

    public static string? Program => Programs.Find("firefox-esr", "firefox");

    public string Name => "Firefox";

    public async Task<BidiConnection> StartAsync(BrowserOptions options, Action<string, JsonNode> onEvent)
    {
        var profile = Directory.CreateTempSubdirectory("bousai-firefox-").FullName;
        await File.WriteAllTextAsync(Path.Combine(profile, "user.js"), Preferences(options));
        _process = new BrowserProcess(
            Program ?? throw new FileNotFoundException(GenuineBrowser.FirefoxMissing),
            ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "--remote-allow-system-access", "about:blank"],
            profile);
        var listening = await _process.WaitForLineAsync(ListeningLine());
        var bidi = await BidiConnection.OpenAsync(new Uri($"{listening.Groups["url"].Value}/session"), onEvent);
        await bidi.SendAsync("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
        return bidi;
    }

    /// <summary>Firefox has no such command for one page: a preference does it for all, through the browser's own window.</summary>
    public async Task EmulateColorSchemeAsync(BidiConnection bidi, string context, ColorScheme scheme)
    {
        var tree = await bidi.SendAsync("browsingContext.getTree", new JsonObject { ["moz:scope"] = "chrome" });
        var value = scheme == ColorScheme.Dark ? 0 : 1;
        await bidi.SendAsync("script.callFunction", new JsonObject
        {
            ["functionDeclaration"] = string.Create(
                CultureInfo.InvariantCulture,
                $"() => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {value})"),
            ["awaitPromise"] = false,
            ["target"] = new JsonObject { ["context"] = (string)tree["contexts"]![0]!["context"]! },
        });
    }

    public async Task AskToEndAsync(BidiConnection bidi)
    {
        try
        {
            await bidi.SendAsync("browser.close", []);
        }
        catch (Exception e) when (e is BrowserException or WebSocketException)
        {
            // It may close the connection before it answers; the process tells whether it ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    [GeneratedRegex("WebDriver BiDi listening on (?<url>ws://[^ ]+)")]
    private static partial Regex ListeningLine();

    private static string Preferences(BrowserOptions options)
    {
        var preferences = new Dictionary<string, object>
        {
            ["intl.accept_languages"] = options.Languages,
            ["browser.shell.checkDefaultBrowser"] = false,
            ["datareporting.policy.dataSubmissionEnabled"] = false,
            ["toolkit.telemetry.reportingpolicy.firstRun"] = false,

            // Without a desktop, a notification by the system never settles; Firefox then draws its own.
            ["alerts.useSystemBackend"] = false,

            // Of its own notifications that stay, Firefox else shows three and lets the fourth wait for ever.
            ["dom.webnotifications.requireinteraction.count"] = 50,
            ["dom.push.connection.enabled"] = options.PushService is not null,
        };
        if (options.PushService is { } push)
        {
            preferences["dom.push.serverURL"] = WebSocketUrl(push);
            preferences["dom.push.testing.allowInsecureServerURL"] = true;
            preferences["dom.push.retryBaseInterval"] = 200;
        }

        return string.Concat(preferences.Select(p => $"user_pref({JsonSerializer.Serialize(p.Key)}, {JsonSerializer.Serialize(p.Value)});\n"));
    }

    private static string WebSocketUrl(LocalPushService push) => new UriBuilder(push.Origin) { Scheme = "ws" }.Uri.AbsoluteUri;
}
