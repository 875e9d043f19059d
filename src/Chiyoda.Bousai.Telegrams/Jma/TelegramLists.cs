using Chiyoda.Bousai.Telegrams.Atom;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Tells JMA's lists of telegrams from lists of alerts: both are Atom.</summary>
internal static class TelegramLists
{
    private const string Issuer = ".jma.go.jp";

    /// <summary>Whether the document is a list that is JMA's by its id, or by an entry. An alert that was refused is not, since its root is another.</summary>
    public static bool IsJma(ReadOnlyMemory<byte> bytes) =>
        AtomFeedReader.Read(bytes).TryGet(out var feed, out _) && feed.Entries.Select(entry => entry.Address).Prepend(feed.Id).Any(IsOfJma);

    private static bool IsOfJma(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Host.EndsWith(Issuer, StringComparison.OrdinalIgnoreCase);
}
