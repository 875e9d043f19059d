namespace Chiyoda.Bousai.Domain.Evacuation.Messages;

/// <summary>All templates and phrases of one language.</summary>
public sealed record LanguageTemplates
{
    /// <summary>Key in <see cref="LevelNames"/> of an order without level.</summary>
    public const string NoLevel = "none";

    /// <summary>The language tag.</summary>
    public required string Language { get; init; }

    /// <summary>Who checked the sentences; <see langword="null"/> when nobody has: then they are never served in Live.</summary>
    public required string? CheckedBy { get; init; }

    /// <summary>Whether the sentences are made from the parts of a translation, and not written one by one.</summary>
    public bool IsComposed { get; init; }

    /// <summary>What an exercise is called, beside the mark that opens every title of one; <see langword="null"/> where that mark is enough.</summary>
    public string? Drill { get; init; }

    /// <summary>What is said around a message that is read out; <see langword="null"/> when nothing is.</summary>
    public LoudspeakerFrame? Loudspeaker { get; init; }

    /// <summary>Name of the order by level (<c>3</c>, <c>4</c>, <c>5</c>, <c>none</c>), number first.</summary>
    public required IReadOnlyDictionary<string, string> LevelNames { get; init; }

    /// <summary>Between two names.</summary>
    public required string Separator { get; init; }

    /// <summary>Areas that did not fit, with slot <c>count</c>.</summary>
    public required MessageText More { get; init; }

    /// <summary>A zone before the areas that are named, with slots <c>zone</c> and <c>areas</c>.</summary>
    public required MessageText InZone { get; init; }

    /// <summary>What stands for <c>shelters</c> when there is none to name.</summary>
    public required string NoShelter { get; init; }

    /// <summary>What stands for <c>remaining</c> when nothing else is in force; never says that it is safe.</summary>
    public required string NothingRemains { get; init; }

    /// <summary>What stands for <c>remaining</c>, with slot <c>orders</c>.</summary>
    public required MessageText Remains { get; init; }

    /// <summary>One order that remains, with slots <c>order</c> and <c>cause</c>; on the page also <c>areas</c>.</summary>
    public required MessageText RemainingOrder { get; init; }

    /// <summary>One order that remains as the push names it, with slots <c>order</c> and <c>cause</c>.</summary>
    public required MessageText RemainingOrderShort { get; init; }

    /// <summary>Orders that did not fit, with slot <c>count</c>.</summary>
    public required MessageText MoreOrders { get; init; }

    /// <summary>What stands for <c>reason</c>, a whole sentence with slot <c>reason</c>; <see langword="null"/> when the language says no reasons.</summary>
    public MessageText? Because { get; init; }

    /// <summary>What stands for <c>wrong</c>; <see langword="null"/> when the language has only the general correction.</summary>
    public MistakeWords? Mistake { get; init; }

    /// <summary>Format of <c>time</c> in a push body, Japan time, invariant culture.</summary>
    public required string TimeFormat { get; init; }

    /// <summary>Format of <c>time</c> in a headline, with the day.</summary>
    public required string DateTimeFormat { get; init; }

    /// <summary>Longest title, characters.</summary>
    public required int TitleLimit { get; init; }

    /// <summary>Longest body, characters.</summary>
    public required int BodyLimit { get; init; }

    /// <summary>Longest headline, characters.</summary>
    public required int HeadlineLimit { get; init; }

    /// <summary>The templates.</summary>
    public required IReadOnlyDictionary<MessageKey, MessageTemplate> Templates { get; init; }

    /// <summary>The name of an order.</summary>
    /// <param name="level">3–5, or <see langword="null"/>.</param>
    /// <returns>Its name in this language.</returns>
    public string OrderName(int? level) =>
        LevelNames[level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? NoLevel];
}
