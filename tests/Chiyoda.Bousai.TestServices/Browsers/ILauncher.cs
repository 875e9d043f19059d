using System.Text.Json.Nodes;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>What differs between the browsers: how they start, end, and take a color scheme. Disposing ends the browser, politely
/// asked before or not.</summary>
internal interface ILauncher : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Starts the browser with a new profile and opens a WebDriver BiDi session.</summary>
    Task<BidiConnection> StartAsync(BrowserOptions options, Action<string, JsonNode> onEvent);

    Task EmulateColorSchemeAsync(BidiConnection bidi, string context, ColorScheme scheme);

    /// <summary>Asks the browser to end.</summary>
    Task AskToEndAsync(BidiConnection bidi);
}
