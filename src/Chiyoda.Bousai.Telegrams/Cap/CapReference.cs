using System.Globalization;
using Chiyoda.Bousai.Telegrams.Cap.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>What identifies an alert: CAP 1.2 §3.2.1 names sender, identifier and sent for it.</summary>
/// <param name="Sender">As written.</param>
/// <param name="Identifier">As written.</param>
/// <param name="Sent">The instant in UTC, so that two ways to write it are one; as written when it has no offset.</param>
public sealed record CapReference(string Sender, string Identifier, string Sent)
{
    /// <summary>References that are taken of one alert, the last that it lists; feeds list some ten.</summary>
    public const int Most = 100;

    private const int MaxCharacters = 256;

    /// <summary>What identifies an alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <returns>Its triple.</returns>
    public static CapReference Of(CapAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new CapReference(alert.Sender, alert.Identifier, Normal(alert.Sent.Text));
    }

    /// <summary>Reads <c>references</c>: triples «sender,identifier,sent» with blanks between. What is no triple is passed over.</summary>
    /// <param name="references">As written; <see langword="null"/> when there is none.</param>
    /// <returns>The triples in their order, at most <see cref="Most"/>; longer words than any sender uses are no triple.</returns>
    public static IReadOnlyList<CapReference> Parse(string? references) =>
    [
        .. (references ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Split(','))
            .Where(parts => parts.Length == 3 && parts.All(part => part.Length is > 0 and <= MaxCharacters))
            .TakeLast(Most)
            .Select(parts => new CapReference(parts[0], parts[1], Normal(parts[2]))),
    ];

    private static string Normal(string sent) =>
        XsdDateTime.TryParse(sent, out var at) && at is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) : sent;
}
