using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>Starts Chromium through its driver, which translates WebDriver BiDi.</summary>
internal sealed partial class ChromiumLauncher : ILauncher
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http = new() { Timeout = Patience };
    private BrowserProcess? _driver;
    private Uri? _session;

    public static string? Program => Programs.Find("chromium", "chromium-browser", "google-chrome");

    public static string? Driver => Programs.Find("chromedriver");

    public string Name => "Chromium";

    public async Task<BidiConnection> StartAsync(BrowserOptions options, Action<string, JsonNode> onEvent)
    {
        var profile = Directory.CreateTempSubdirectory("bousai-chromium-").FullName;
        _driver = new BrowserProcess(Driver ?? throw new FileNotFoundException(GenuineBrowser.ChromiumMissing), ["--port=0"], profile);
        var started = await _driver.WaitForLineAsync(StartedLine());
        var sessions = new Uri($"http://127.0.0.1:{started.Groups["port"].Value}/session");

        // With its length: the driver knows no chunked requests.
        using var content = new StringContent(Capabilities(options, Path.Combine(profile, "profile")).ToJsonString());
        using var answer = await _http.PostAsync(sessions, content);
        var value = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["value"]!;
        if (!answer.IsSuccessStatusCode)
        {
            throw new BrowserException((string)value["error"]!, (string?)value["message"] ?? "");
        }

        _session = new Uri($"{sessions}/{(string)value["sessionId"]!}");
        return await BidiConnection.OpenAsync(new Uri((string)value["capabilities"]!["webSocketUrl"]!), onEvent);
    }

    public async Task EmulateColorSchemeAsync(BidiConnection bidi, string context, ColorScheme scheme)
    {
        var session = await bidi.SendAsync("goog:cdp.getSession", new JsonObject { ["context"] = context });
        await bidi.SendAsync("goog:cdp.sendCommand", new JsonObject
        {
            ["session"] = (string)session["session"]!,
            ["method"] = "Emulation.setEmulatedMedia",
            ["params"] = new JsonObject
            {
                ["features"] = new JsonArray(new JsonObject
                {
                    ["name"] = "prefers-color-scheme",
                    ["value"] = scheme == ColorScheme.Dark ? "dark" : "light",
                }),
            },
        });
    }

    public async Task AskToEndAsync(BidiConnection bidi)
    {
        try
        {
            // Ends the browser; the driver itself has no such command.
            using var answer = await _http.DeleteAsync(_session);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            // It ends with its driver in any case.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_driver is not null)
        {
            _driver.Kill();
            await _driver.DisposeAsync();
        }
    }

    [GeneratedRegex("started successfully on port (?<port>[0-9]+)")]
    private static partial Regex StartedLine();

    private static JsonObject Capabilities(BrowserOptions options, string profile) => new()
    {
        ["capabilities"] = new JsonObject
        {
            ["alwaysMatch"] = new JsonObject
            {
                ["webSocketUrl"] = true,
                ["goog:chromeOptions"] = new JsonObject
                {
                    ["binary"] = Program,
                    ["args"] = new JsonArray([.. Arguments(options, profile).Select(argument => (JsonNode)argument)]),
                },
            },
        },
    };

    private static IEnumerable<string> Arguments(BrowserOptions options, string profile)
    {
        // No sandbox: as root it refuses to start; it opens nothing but what the tests serve.
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={profile}", $"--accept-lang={options.Languages}",
        ];
        return options.PushService is not { } push
            ? arguments
            :
            [
                .. arguments,
                $"--gcm-checkin-url={new Uri(push.Origin, "/checkin")}",
                $"--gcm-registration-url={new Uri(push.Origin, "/register")}",
                $"--gcm-mcs-endpoint={push.MessageStream.GetLeftPart(UriPartial.Authority)}",
                $"--ignore-certificate-errors-spki-list={push.CertificateHash}",
            ];
    }
}
