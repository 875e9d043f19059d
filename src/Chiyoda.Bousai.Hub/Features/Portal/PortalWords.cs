using System.Text.Json.Serialization;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// The words of the public pages in one language, from <c>config/messages/&lt;language&gt;/portal.json</c>. Written and
/// checked by people; the sentences of the orders themselves come with the orders.
/// </summary>
public sealed record PortalWords
{
    /// <summary>Who checked them; <see langword="null"/> when nobody has: then they are never served in Live (design rule 4).</summary>
    public required string? CheckedBy { get; init; }

    /// <summary>The language tag, equal to the name of the folder.</summary>
    public required string Language { get; init; }

    /// <summary>What stands in <c>lang</c>: easy Japanese is Japanese to a screen reader.</summary>
    public required string HtmlLanguage { get; init; }

    /// <summary>The language's name in itself.</summary>
    public required string Name { get; init; }

    /// <summary>The language that stands in for words that this one has not; <see langword="null"/> where it has all. Those words are marked (<see cref="Borrowed"/>).</summary>
    [JsonIgnore]
    public string? BorrowsFrom { get; init; }

    public required SiteWords Site { get; init; }

    public required ExerciseWords Exercise { get; init; }

    public required TimeWords Time { get; init; }

    public required OrderWords Orders { get; init; }

    public required LadderWords Ladder { get; init; }

    public required WhoWords Who { get; init; }

    public required WarningWords Warnings { get; init; }

    public required HazardWords Hazards { get; init; }

    public required UnknownWords Unknown { get; init; }

    public required EndedWords Ended { get; init; }

    public required HelpWords Help { get; init; }

    public required SourceWords Sources { get; init; }

    public required NotifyWords Notify { get; init; }

    /// <summary>Words of the frame around every page.</summary>
    public sealed record SiteWords(
        MessageText Title, MessageText TitleInForce, string Skip, string Languages, string Home, string Lite, string Notify, string Reload,
        string Partly, string Unchecked);

    /// <summary>How every screen of an exercise says what it is.</summary>
    public sealed record ExerciseWords(string Mark, string Prefix, string Sentence, string Stopped, string StoppedSentence, string ToLive);

    /// <summary>Times and ages. <c>Day</c> is a .NET format for the invariant culture; the others are sentences.</summary>
    public sealed record TimeWords(
        string Day, IReadOnlyList<string> Weekdays, MessageText DayAndWeekday, string AsOfBefore, string AsOfAfter, MessageText Age, MessageText AgeHours, MessageText AgeDays,
        MessageText Issued, MessageText Updated, MessageText Reported, MessageText Until, MessageText Ended,
        string Old, string Unreachable, MessageText SaidUpdated, MessageText SaidRaised);

    public sealed record OrderWords(
        string Heading, string InForce, MessageText None, string Unknown, MessageText Level,
        IReadOnlyDictionary<OrderKind, string> Kinds, IReadOnlyDictionary<Hazard, string> Hazards,
        IReadOnlyDictionary<Audience, string> Audiences, string Audience, string Actions, string Areas, MessageText AreasCount,
        string Shelters, string ShelterOpen, string ShelterNotOpen, string ShelterFull, string ShelterClosed, string ShelterUnknown, string ShelterNone, string Reason,
        string Inside, string Outside, string OtherLanguage, MessageText Issuer, string More);

    /// <summary>The ladder of levels, 5 on top.</summary>
    public sealed record LadderWords(string Heading, string Line, IReadOnlyDictionary<int, string> Levels, string Now);

    public sealed record WhoWords(string Heading, IReadOnlyList<WhoGroup> Groups, MessageText Source);

    /// <summary>One of the publics: advice for ordinary times, and while orders are in force.</summary>
    public sealed record WhoGroup(string Key, string Label, IReadOnlyList<string> Lines, IReadOnlyList<string> LinesInForce);

    /// <summary>Words around warnings. <c>Names</c> by level is empty in the language in which they are issued.</summary>
    public sealed record WarningWords(
        string Heading, string Note, MessageText Equivalent, MessageText None, string Unknown, string Stale, string NotNone,
        string LastSeen, MessageText Since, string ForecastOnly, MessageText Source,
        IReadOnlyDictionary<int, MessageText> Names, IReadOnlyDictionary<string, string> Phenomena);

    /// <summary>Words of the pages about warnings, earthquakes and tsunami. <c>Intensities</c> by the word of the interfaces (<c>5-</c>).</summary>
    public sealed record HazardWords(
        string Warnings, string Earthquakes, string Tsunami,
        MessageText Heard, MessageText Silent, string NeverHeard,
        string Area, string Whole, string Part, MessageText Lasting, string Outlook,
        MessageText NoEarthquake, MessageText NoEarthquakeSince, MessageText WardIntensity, string Provisional, MessageText NoWardIntensity, string Awaited, string Unreported,
        string Stations, string OtherStations, string Epicentre, string Depth, MessageText DepthKilometers, string Shallow, string Magnitude, string Strongest, string NotKnown,
        string LongPeriod, IReadOnlyDictionary<int, string> LongPeriodClasses, MessageText LongPeriodNotGiven, string NotReceived, string Remarks,
        MessageText NoTsunami, string TsunamiUnknown, string Grade, string Arrival, string Height,
        IReadOnlyDictionary<string, string> Intensities, IReadOnlyDictionary<TsunamiGrade, string> Grades, UnconfirmedWords Unconfirmed);

    /// <summary>Words around what another source than JMA says.</summary>
    public sealed record UnconfirmedWords(string Heading, string Mark, string Note, MessageText From, string Lifted, MessageText NotNamed, MessageText Unclear, string OtherRegions);

    public sealed record UnknownWords(
        string Heading, MessageText Since, IReadOnlyDictionary<UnknownPart, string> Parts, IReadOnlyDictionary<UnknownReason, string> Reasons);

    public sealed record EndedWords(string Heading, IReadOnlyDictionary<OrderState, string> States, string Note);

    public sealed record HelpWords(string Heading, string Note, IReadOnlyList<HelpNumber> Numbers, HelpBoard Board, string Contacts);

    /// <summary>A telephone number that stands where others would put a button.</summary>
    public sealed record HelpNumber(string Number, string Label);

    /// <summary>The message board for families.</summary>
    public sealed record HelpBoard(string Label, string Address);

    public sealed record SourceWords(string Heading, MessageText Orders, string Warnings, string Age);

    public sealed record NotifyWords(
        string Heading, string Language, string Intro, string SilentMode, string WithoutScript, string Step1, string Area, string Everywhere, string Step2,
        IReadOnlyDictionary<string, string> Relations, string Add, string Remove, string Chosen, string Step3, string WithoutLevel,
        string Step4, IReadOnlyDictionary<string, string> Relays, string RelaysNote,
        string Submit, string Stop, IReadOnlyDictionary<string, string> Results);
}
