using System.Text.Json.Serialization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>
/// 伝達の定め: which information of JMA goes to which subscribers on which channels in which fixed words. One version of it, whole:
/// what it says in every language is part of it, so that whoever decides on it decides on the words too.
/// </summary>
public sealed record RelayRule
{
    /// <summary>The place that stands for the whole municipality.</summary>
    public const string Everywhere = "*";

    /// <summary>Id in the pack; the same over all versions.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of everything below, lower-case hexadecimal: another content is another version.</summary>
    public required string Version { get; init; }

    /// <summary>Its name as staff read it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about: a word of <see cref="WarningScale.ByPhenomenon"/>, or <see cref="AnnouncedTest.Word"/>.</summary>
    public required string Phenomenon { get; init; }

    /// <summary>A flood-forecast area; <see langword="null"/> for every other phenomenon.</summary>
    public required string? Cause { get; init; }

    /// <summary>Types of telegrams that count, by how they begin (<c>VXKO</c>, <c>VPWW56</c>); empty: any that states it.</summary>
    public required IReadOnlyList<string> Families { get; init; }

    /// <summary>The least grade that is told, on the scale of the phenomenon. What was told is followed to its end, below it too.</summary>
    public required int AtLeast { get; init; }

    /// <summary>町丁目 whose subscribers hear of it, in ordinal order, or <see cref="Everywhere"/> alone.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Channels, by their names on the wire.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>What is held at night; <see langword="null"/>: nothing.</summary>
    public required RelayNight? Night { get; init; }

    /// <summary>How long a message is worth handing over, 5 min–24 h, from the change; a shorter validity of the information ends it sooner.</summary>
    public required TimeSpan TellFor { get; init; }

    /// <summary>Its words by language tag.</summary>
    public required IReadOnlyDictionary<string, RelayWording> Wordings { get; init; }

    /// <summary>The test that it tells instead of information of JMA; <see langword="null"/> for a relay, and then no part of its version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AnnouncedTest? Test { get; init; }

    /// <summary>The scale of its phenomenon.</summary>
    /// <exception cref="KeyNotFoundException">It is an announced test, or the phenomenon is none that can be relayed; the pack loader refuses that.</exception>
    [JsonIgnore]
    public WarningScale Scale => WarningScale.ByPhenomenon[Phenomenon];

    /// <summary>Whether a type of telegram is 緊急地震速報 (VXSE40–47), which is never relayed (design rule 6): it is over before we could
    /// tell, and comes by its own way.</summary>
    /// <param name="type">Type of a telegram, for example VXSE45.</param>
    /// <returns>The answer.</returns>
    public static bool IsEarthquakeEarlyWarning(string type) =>
        type.Length == 6 && type.StartsWith("VXSE4", StringComparison.Ordinal) && type[5] is >= '0' and <= '7';

    /// <summary>Whether the rule looks at a piece of information; its grade is another question.</summary>
    /// <param name="warning">What is in force.</param>
    /// <param name="type">Type of the telegram that states it.</param>
    /// <returns>The answer.</returns>
    public bool LooksAt(HazardWarning warning, string type) =>
        warning.Phenomenon == Phenomenon
        && (Cause is null || warning.Cause == Cause)
        && !IsEarthquakeEarlyWarning(type)
        && (Families.Count == 0 || Families.Any(family => type.StartsWith(family, StringComparison.Ordinal)));
}

/// <summary>Between 22:00 and 07:00 in Japan only what is strong enough goes out at once.</summary>
/// <param name="AtLeast">The least grade that goes out at night; an end or a lowering counts as what it ends.</param>
/// <param name="InTheMorning">Whether what was held goes out at 07:00 if it still holds then; otherwise it is dropped.</param>
public sealed record RelayNight(int AtLeast, bool InTheMorning)
{
    private static readonly TimeOnly Begins = new(22, 0);
    private static readonly TimeOnly Ends = new(7, 0);
    private static readonly TimeOnly PatienceEnds = new(8, 0);

    /// <summary>Whether it is night.</summary>
    /// <param name="at">An instant.</param>
    /// <returns>Whether it is 22:00 or later, or before 07:00, in Japan.</returns>
    public static bool Covers(DateTimeOffset at) => ClockOf(at).IsBetween(Begins, Ends);

    /// <summary>Whether what was held may still wait for a silent source to say what holds.</summary>
    /// <param name="at">An instant after the night.</param>
    /// <returns>Whether it is before 08:00 in Japan.</returns>
    public static bool MayStillWait(DateTimeOffset at) => ClockOf(at).IsBetween(Ends, PatienceEnds);

    private static TimeOnly ClockOf(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToJapan().DateTime);
}
