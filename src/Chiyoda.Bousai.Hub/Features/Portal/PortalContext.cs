using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>What every component of a page knows: the view, the words, where things are.</summary>
/// <param name="View">The view.</param>
/// <param name="Words">The words of the page's language.</param>
/// <param name="Languages">All languages offered.</param>
/// <param name="Page">Which page it is.</param>
/// <param name="Address">Where pages and files are.</param>
/// <param name="Revision">The view's revision.</param>
public sealed record PortalContext(
    PortalView View, PortalWords Words, IReadOnlyList<PortalWords> Languages, PortalPage Page, PortalAddress Address, string Revision)
{
    /// <summary>The words around notices.</summary>
    public required NoticePageWords NoticeWords { get; init; }

    public string Language => Words.Language;

    /// <summary>The languages in which a device may ask to be told.</summary>
    public IReadOnlyList<PortalWords> Choices { get; init; } = Languages;

    public bool IsExercise => View.Mode == HubMode.Exercise;

    public string WardName => View.Ward.Name.In(Language);

    /// <summary>The page's title; what is in force stands first, since it is what a screen reader says first.</summary>
    public string Title
    {
        get
        {
            var orders = View.OrdersByRank;
            var title = orders.Count == 0
                ? Words.Site.Title.Fill(_ => WardName)
                : Words.Site.TitleInForce.Fill(slot => slot == "order" ? OrderName(orders[0].Level) : WardName);
            var page = PageName is { } name ? $" – {name}" : string.Empty;
            return (IsExercise ? Words.Exercise.Prefix : string.Empty) + Reading.Plain(title + page, Language);
        }
    }

    /// <summary>The name of a page about hazards or notices; <see langword="null"/> for the others.</summary>
    public string? PageName => Page switch
    {
        PortalPage.Warnings => Words.Hazards.Warnings,
        PortalPage.Earthquakes => Words.Hazards.Earthquakes,
        PortalPage.Tsunami => Words.Hazards.Tsunami,
        PortalPage.Notices => NoticeWords.Heading,
        _ => null,
    };

    /// <summary>Level and kind, the level first.</summary>
    /// <param name="level">3, 4, 5 or <see langword="null"/>.</param>
    /// <returns>For example 警戒レベル4 避難指示.</returns>
    public string OrderName(int? level)
    {
        var kind = Words.Orders.Kinds[OrderKinds.For(level)];
        return level is null ? kind : $"{LevelName(level.Value)} {kind}";
    }

    public string LevelName(int level) => Words.Orders.Level.Fill(_ => level.ToString(CultureInfo.InvariantCulture));

    /// <summary>A time in Japan: with its day unless that is the day of the page.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>For example <c>14:30</c> or <c>9月10日(木) 23:50</c>.</returns>
    public string Clock(DateTimeOffset instant) =>
        instant.DayInJapan() == View.AsOf.DayInJapan() ? instant.Clock() : $"{Day(instant)} {instant.Clock()}";

    /// <summary>A day in Japan with its weekday.</summary>
    /// <param name="instant">Any instant.</param>
    /// <returns>For example <c>9月10日(木)</c>.</returns>
    public string Day(DateTimeOffset instant)
    {
        var day = instant.DayInJapan();
        return Words.Time.DayAndWeekday.Fill(slot => slot == "day"
            ? day.ToString(Words.Time.Day, CultureInfo.InvariantCulture)
            : Words.Time.Weekdays[(int)day.DayOfWeek]);
    }

    public string Say(MessageText sentence, DateTimeOffset instant) => sentence.Fill(_ => Clock(instant));

    public string SayFrom(MessageText sentence, string source, DateTimeOffset instant) => sentence.Fill(slot => slot == "source" ? source : Clock(instant));

    public string SayWard(MessageText sentence, DateTimeOffset instant) => sentence.Fill(slot => slot == "ward" ? WardName : Clock(instant));

    public string SayWard(MessageText sentence) => sentence.Fill(_ => WardName);

    /// <summary>Whether a name can be read out in the page's language.</summary>
    /// <param name="name">A name of the pack.</param>
    /// <returns><see langword="false"/> when it stands in Japanese on a page of another language.</returns>
    public bool IsTranslated(LocalizedText name) => Words.HtmlLanguage == LocalizedText.Japanese || name.Texts.ContainsKey(Language);

    /// <summary>The hazard, with its river or slope where it has one.</summary>
    /// <param name="hazard">The hazard.</param>
    /// <param name="cause">Its cause, or <see langword="null"/>.</param>
    /// <returns>The word for the hazard, then the cause.</returns>
    public string HazardName(Hazard hazard, LocalizedText? cause) =>
        cause is null ? Words.Orders.Hazards[hazard] : $"{Words.Orders.Hazards[hazard]} {cause.In(Language)}";

    /// <summary>What <c>lang</c> says for a language tag of ours.</summary>
    /// <param name="language">A tag.</param>
    /// <returns>A tag of BCP 47.</returns>
    public static string HtmlLanguage(string language) => language == LocalizedText.EasyJapanese ? LocalizedText.Japanese : language;
}
