using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>A page in a tab: what a person does to it and sees of it.</summary>
public sealed class BrowserPage
{
    /// <summary>How long a condition may take where a test names no other time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(40);

    private readonly GenuineBrowser _browser;
    private readonly string _context;

    internal BrowserPage(GenuineBrowser browser, string context)
    {
        _browser = browser;
        _context = context;
    }

    /// <summary>Errors that the page's scripts, or the browser about the page, wrote to the console.</summary>
    public IReadOnlyList<string> Errors => _browser.ErrorsOf(_context);

    /// <summary>How often the person at this page clicked.</summary>
    public int Clicks { get; private set; }

    /// <summary>How often they typed, or set a value otherwise than by a click.</summary>
    public int Typings { get; private set; }

    /// <summary>Goes to a page and waits until it is loaded.</summary>
    public Task NavigateAsync(Uri url) => SendAsync("browsingContext.navigate", new() { ["url"] = url.AbsoluteUri, ["wait"] = "complete" });

    public Task ReloadAsync() => SendAsync("browsingContext.reload", new() { ["wait"] = "complete" });

    /// <summary>Brings the tab to the front.</summary>
    public Task ActivateAsync() => SendAsync("browsingContext.activate", []);

    public Task CloseAsync() => SendAsync("browsingContext.close", []);

    /// <summary>Evaluates an expression in the page; a promise is awaited.</summary>
    /// <returns>Its value by way of JSON; <c>undefined</c> and what JSON does not know become the default of the type.</returns>
    /// <exception cref="BrowserException">The script threw.</exception>
    public Task<T?> EvaluateAsync<T>(string expression) => CallAsync<T>($"() => ({expression})");

    /// <summary>Calls a function in the page with arguments that JSON can carry.</summary>
    /// <param name="function">A JavaScript function, <c>(a, b) => …</c>, async or not.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<T?> CallAsync<T>(string function, params object?[] arguments)
    {
        var result = await SendAsync("script.callFunction", new()
        {
            ["functionDeclaration"] =
                $"async () => JSON.stringify(await ({function})(...{JsonSerializer.Serialize(arguments)})) ?? 'null'",
            ["awaitPromise"] = true,
            ["userActivation"] = true,
            ["target"] = new JsonObject { ["context"] = _context },
        }, addContext: false);
        return (string?)result["type"] == "exception"
            ? throw new BrowserException("script", (string?)result["exceptionDetails"]?["text"] ?? "")
            : JsonSerializer.Deserialize<T>((string)result["result"]!["value"]!, JsonSerializerOptions.Web);
    }

    /// <summary>Waits until an expression is true in the page, also across navigations.</summary>
    /// <exception cref="TimeoutException">It did not become true in time.</exception>
    public async Task WaitForAsync(string expression, TimeSpan? timeout = null)
    {
        using var limit = new CancellationTokenSource(timeout ?? Patience);
        using var timer = new PeriodicTimer(LookAgain);
        var last = "false";
        try
        {
            do
            {
                try
                {
                    if (await EvaluateAsync<bool>($"Boolean({expression})"))
                    {
                        return;
                    }
                }
                catch (BrowserException e) when (e.Code != "closed")
                {
                    // The page may be between two documents, or not have yet what the expression names.
                    last = e.Message;
                }
            }
            while (await timer.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(
                $"Waited {(timeout ?? Patience).TotalSeconds:0.#} s in vain for «{expression}» ({last}). Console: {string.Join(" | ", Errors)}");
        }
    }

    /// <summary>Waits until the page shows a text anywhere.</summary>
    public Task WaitForTextAsync(string text, TimeSpan? timeout = null) =>
        WaitForAsync($"document.body?.innerText.includes({JsonSerializer.Serialize(text)})", timeout);

    /// <summary>The text that an element shows; waits for the element.</summary>
    public async Task<string> TextAsync(string selector)
    {
        await WaitForElementAsync(selector);
        return await CallAsync<string>("s => document.querySelector(s).innerText", selector) ?? "";
    }

    /// <summary>Clicks an element with the mouse, as a person does; waits for it.</summary>
    public async Task ClickAsync(string selector)
    {
        Clicks++;
        await WaitForElementAsync(selector);
        await CallAsync<object>("s => document.querySelector(s).scrollIntoView({ block: 'center', behavior: 'instant' })", selector);
        var found = await SendAsync("browsingContext.locateNodes", new()
        {
            ["locator"] = new JsonObject { ["type"] = "css", ["value"] = selector },
            ["maxNodeCount"] = 1,
        });
        await SendAsync("input.performActions", new()
        {
            ["actions"] = InputActions.Click((string)found["nodes"]![0]!["sharedId"]!),
        });
    }

    /// <summary>Types into an element, in place of what stands in it.</summary>
    public async Task TypeAsync(string selector, string text)
    {
        Typings++;
        await ClickAsync(selector);
        await CallAsync<object>("s => document.querySelector(s).select?.()", selector);
        await SendAsync("input.performActions", new() { ["actions"] = InputActions.Type(text) });
    }

    /// <summary>Presses a key, such as <c>Tab</c>, <c>Enter</c> or <c>Escape</c>.</summary>
    public Task PressAsync(string key)
    {
        Typings++;
        return SendAsync("input.performActions", new() { ["actions"] = InputActions.Type(InputActions.KeyOf(key)) });
    }

    /// <summary>Sets the value of a field that typing is unwieldy for, such as a choice or a date.</summary>
    public async Task SetValueAsync(string selector, string value)
    {
        Typings++;
        await WaitForElementAsync(selector);
        await CallAsync<object>(
            """
            (s, v) => {
              const field = document.querySelector(s);
              field.value = v;
              field.dispatchEvent(new Event('input', { bubbles: true }));
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            """,
            selector,
            value);
    }

    /// <summary>Sets the size that the page is laid out in, in CSS pixels.</summary>
    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="devicePixelRatio">Pixels of a screenshot per CSS pixel; <c>null</c> leaves it.</param>
    public Task SetViewportAsync(int width, int height, double? devicePixelRatio = null)
    {
        var parameters = new JsonObject { ["viewport"] = new JsonObject { ["width"] = width, ["height"] = height } };
        if (devicePixelRatio is not null)
        {
            parameters["devicePixelRatio"] = devicePixelRatio;
        }

        return SendAsync("browsingContext.setViewport", parameters);
    }

    /// <summary>Lets the page believe in a light or dark screen; in Firefox every page of the browser.</summary>
    public Task EmulateColorSchemeAsync(ColorScheme scheme) => _browser.EmulateColorSchemeAsync(_context, scheme);

    /// <summary>Lets the page load without running its scripts, from the next navigation on; <see cref="EvaluateAsync{T}"/>
    /// still works. Chromium only: Firefox does not know the command.</summary>
    public Task DisableScriptsAsync() => SendAsync(
        "emulation.setScriptingEnabled", new() { ["enabled"] = false, ["contexts"] = new JsonArray(_context) }, addContext: false);

    /// <summary>Puts an authenticator into the device of this tab that keeps passkeys and verifies its user without asking. Chromium only;
    /// the page must lie on <c>localhost</c> or https.</summary>
    public async Task AddAuthenticatorAsync()
    {
        var session = (string)(await SendAsync("goog:cdp.getSession", []))["session"]!;
        await CdpAsync("WebAuthn.enable", []);
        await CdpAsync("WebAuthn.addVirtualAuthenticator", new JsonObject
        {
            ["options"] = new JsonObject
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        Task<JsonNode> CdpAsync(string method, JsonObject parameters) =>
            SendAsync("goog:cdp.sendCommand", new() { ["session"] = session, ["method"] = method, ["params"] = parameters }, addContext: false);
    }

    /// <summary>Cuts the page off the network, or gives it back.</summary>
    public Task SetOfflineAsync(bool offline) => SendAsync(
        "emulation.setNetworkConditions",
        new()
        {
            ["networkConditions"] = offline ? new JsonObject { ["type"] = "offline" } : null,
            ["contexts"] = new JsonArray(_context),
        },
        addContext: false);

    /// <summary>A PNG of what is in view, or of the whole page.</summary>
    public async Task<byte[]> ScreenshotAsync(bool wholePage = false)
    {
        var result = await SendAsync("browsingContext.captureScreenshot", new()
        {
            ["origin"] = wholePage ? "document" : "viewport",
            ["format"] = new JsonObject { ["type"] = "image/png" },
        });
        return Convert.FromBase64String((string)result["data"]!);
    }

    private Task WaitForElementAsync(string selector) =>
        WaitForAsync($"document.querySelector({JsonSerializer.Serialize(selector)})");

    private Task<JsonNode> SendAsync(string method, JsonObject parameters, bool addContext = true)
    {
        if (addContext)
        {
            parameters["context"] = _context;
        }

        return _browser.Bidi.SendAsync(method, parameters);
    }
}
