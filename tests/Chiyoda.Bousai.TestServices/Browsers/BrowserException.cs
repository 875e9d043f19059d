namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>A browser refused a command, or a script in it failed.</summary>
/// <param name="code">The error code of WebDriver BiDi, or <c>script</c>.</param>
/// <param name="message">What the browser says about it.</param>
public sealed class BrowserException(string code, string message) : Exception($"{code}: {message}")
{
    public string Code { get; } = code;
}
