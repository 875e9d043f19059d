using System.Net;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>A page as a browser without script has it: text, and forms that can be sent.</summary>
/// <param name="Status">Status of the answer.</param>
/// <param name="Address">Where it came from, after redirects.</param>
/// <param name="Html">The page.</param>
/// <param name="Headers">Its headers.</param>
internal sealed partial record Screen(HttpStatusCode Status, Uri Address, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What a reader reads: no tags, no references.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Html, " "), " "));

    /// <summary>Actions of the forms that may be sent here, sign-out apart.</summary>
    public IReadOnlyList<string> Actions => [.. Forms().Matches(Html).Select(form => ActionOf(form.Groups[1].Value)).Where(action => !action.EndsWith("/sign-out", StringComparison.Ordinal))];

    /// <summary>The fields that a form sends without anybody touching it: the hidden ones.</summary>
    public (string Action, Dictionary<string, string> Fields) Form(string actionEnds)
    {
        var form = Forms().Matches(Html).FirstOrDefault(form => ActionOf(form.Groups[1].Value).EndsWith(actionEnds, StringComparison.Ordinal))
            ?? throw new XunitException($"No form {actionEnds} on {Address.PathAndQuery}; there are: {string.Join(", ", Actions)}");
        var fields = Inputs().Matches(form.Value).Select(input => input.Value)
            .Where(input => input.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .ToDictionary(input => Attribute(input, "name"), input => Attribute(input, "value"), StringComparer.Ordinal);
        return (ActionOf(form.Groups[1].Value), fields);
    }

    /// <summary>Where a button inside a form sends it instead of to the form's own address.</summary>
    public string Button(string formEnds, string buttonEnds) => Forms().Matches(Html)
        .Where(form => ActionOf(form.Groups[1].Value).EndsWith(formEnds, StringComparison.Ordinal))
        .SelectMany(form => Buttons().Matches(form.Value)).Select(button => Attribute(button.Value, "formaction"))
        .FirstOrDefault(address => address.EndsWith(buttonEnds, StringComparison.Ordinal))
        ?? throw new XunitException($"No button {buttonEnds} in the form {formEnds} on {Address.PathAndQuery}");

    /// <summary>The list of areas of this length among those to read back; a made-up one when none is.</summary>
    public string AreasToReadBack(string count) =>
        Regex.Match(Html, $"name=\"areas\" value=\"({Regex.Escape(count)}-[^\"]*)\"") is { Success: true } choice ? choice.Groups[1].Value : $"{count}-none";

    /// <summary>The first link whose address holds a part.</summary>
    public string Link(string part) => Links().Matches(Html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))
        .FirstOrDefault(address => address.Contains(part, StringComparison.Ordinal)) ?? throw new XunitException($"No link to {part} on {Address.PathAndQuery}");

    private string ActionOf(string attributes) => Attribute(attributes, "action") is { Length: > 0 } action ? action : Address.PathAndQuery;

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b([^>]*)>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<button\\b[^>]*>")]
    private static partial Regex Buttons();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<a\\b[^>]*href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
