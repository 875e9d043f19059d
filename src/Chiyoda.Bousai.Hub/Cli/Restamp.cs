using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// Moves a telegram to now: every date-time in it by (release moment − its ReportDateTime), and its status to 訓練. The
/// original's hash goes with it, so that nobody takes the copy for what was issued.
/// </summary>
internal static partial class Restamp
{
    /// <returns>The moved telegram, or the octets untouched when they are no telegram.</returns>
    /// <exception cref="InvalidDataException">It cannot be marked as 訓練; what is not marked must not go out moved.</exception>
    public static byte[] Apply(byte[] octets, DateTimeOffset release)
    {
        if (!JmaTelegramReader.Read(octets).TryGet(out var telegram, out _))
        {
            return octets;
        }

        // Telegrams give whole seconds; a report that lies in the future by a fraction would be odd.
        var shift = TimeSpan.FromSeconds(Math.Floor((release - telegram.Head.ReportedAt).TotalSeconds));
        var text = Encoding.UTF8.GetString(octets);
        var moved = Instants().Replace(text, match => Move(match, shift));
        var restamped = Encoding.UTF8.GetBytes(Status().Replace(moved, "$1訓練$2", 1));
        return JmaTelegramReader.Read(restamped).TryGet(out var marked, out _) && marked.Control.Status == TelegramStatus.Training
            ? restamped
            : throw new InvalidDataException("The telegram cannot be moved: its Control/Status cannot be set to 訓練.");
    }

    private static string Move(Match match, TimeSpan shift)
    {
        var text = match.Value;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return text;
        }

        var moved = instant + shift;
        return text.EndsWith('Z')
            ? moved.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : moved.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Instants();

    [GeneratedRegex(@"(<(?:[\w.-]+:)?Status(?:\s[^>]*)?>\s*)(?:通常|訓練|試験)(\s*</)", RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
