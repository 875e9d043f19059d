using System.Text.Json.Nodes;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>One person at a browser: cookies, storage, permissions and pages apart from every other session.</summary>
public sealed class BrowserSession
{
    private readonly GenuineBrowser _browser;
    private readonly string _userContext;

    internal BrowserSession(GenuineBrowser browser, string userContext)
    {
        _browser = browser;
        _userContext = userContext;
    }

    /// <summary>Opens a page in a tab of its own and waits until it is loaded.</summary>
    public async Task<BrowserPage> OpenAsync(Uri url)
    {
        var result = await _browser.Bidi.SendAsync(
            "browsingContext.create", new JsonObject { ["type"] = "tab", ["userContext"] = _userContext });
        var page = new BrowserPage(_browser, (string)result["context"]!);
        await page.NavigateAsync(url);
        return page;
    }

    /// <summary>Answers the question that a person would be asked: notifications from this origin are allowed.</summary>
    public Task GrantNotificationsAsync(Uri origin) => _browser.Bidi.SendAsync("permissions.setPermission", new JsonObject
    {
        ["descriptor"] = new JsonObject { ["name"] = "notifications" },
        ["state"] = "granted",
        ["origin"] = origin.GetLeftPart(UriPartial.Authority),
        ["userContext"] = _userContext,
    });

    /// <summary>Closes the session and its pages.</summary>
    public Task CloseAsync() =>
        _browser.Bidi.SendAsync("browser.removeUserContext", new JsonObject { ["userContext"] = _userContext });
}
