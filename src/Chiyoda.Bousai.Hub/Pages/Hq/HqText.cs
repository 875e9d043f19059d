namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Texts as they are typed into forms.</summary>
internal static class HqText
{
    /// <summary>The text, at most so long; empty when there is none. A browser keeps to the same limit.</summary>
    public static string Cut(string? text, int length) => text is null ? string.Empty : text.Length <= length ? text : text[..length];
}
