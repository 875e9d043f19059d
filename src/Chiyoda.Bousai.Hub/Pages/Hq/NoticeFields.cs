using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What a notice says, as the form sends it: choices and blanks, no script.</summary>
internal sealed class NoticeFields
{
    public const string WholeWard = "ward";

    public const string SomeAreas = "areas";

    /// <summary>Made with the form, so that sending it twice makes one notice.</summary>
    public Guid Id { get; set; }

    public string? Template { get; set; }

    /// <summary>The blanks by name.</summary>
    public Dictionary<string, string?> Slots { get; set; } = new(StringComparer.Ordinal);

    /// <summary><see cref="WholeWard"/> or <see cref="SomeAreas"/>; nothing is chosen beforehand.</summary>
    public string? Scope { get; set; }

    /// <summary>Ids of zones whose areas are added.</summary>
    public string[] Zones { get; set; } = [];

    public string[] Areas { get; set; } = [];

    public string? Day { get; set; }

    public string? Time { get; set; }

    /// <summary>Why what is out is corrected.</summary>
    public string? Reason { get; set; }

    public static NoticeFields New(Guid id, NoticeTemplate template, DateTimeOffset now)
    {
        // The full hour after the usual time: that is how people say it.
        var until = (now + template.ValidFor).ToJapan();
        return new NoticeFields { Id = id, Template = template.Id }.Until(until.AddTicks(-(until.Ticks % TimeSpan.TicksPerHour)).AddHours(1));
    }

    public static NoticeFields Of(Guid id, NoticeContent content) => new NoticeFields
    {
        Id = id,
        Template = content.Template,
        Slots = content.Slots.ToDictionary(slot => slot.Key, slot => (string?)slot.Value, StringComparer.Ordinal),
        Scope = content.IsWholeWard ? WholeWard : SomeAreas,
        Areas = content.IsWholeWard ? [] : [.. content.Areas],
    }.Until(content.ValidUntil.ToJapan());

    /// <summary>What was filled in, or <c>hq.notice-time-unreadable</c>.</summary>
    public Outcome<NoticeDraft> Read(WardPack pack)
    {
        if (SpokenTime.Read(Day, Time) is not { } until)
        {
            return HqRefusals.NoticeTimeUnreadable;
        }

        string[] areas = Scope == WholeWard
            ? [NoticeContent.Everywhere]
            : [.. Areas.Where(area => area != NoticeContent.Everywhere).Concat(Zones.Where(pack.Zones.ContainsKey).SelectMany(id => pack.Zones[id].Areas.Select(area => area.Value)))];
        return new NoticeDraft(
            HqText.Cut(Template, 64), Slots.ToDictionary(slot => slot.Key, slot => HqText.Cut(slot.Value, 1000), StringComparer.Ordinal), areas, until);
    }

    private NoticeFields Until(DateTimeOffset until)
    {
        (Day, Time) = (until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until.ToString("HH:mm", CultureInfo.InvariantCulture));
        return this;
    }
}

/// <summary>The form of what a notice says.</summary>
/// <param name="Fields">What is typed so far.</param>
/// <param name="Template">The template.</param>
/// <param name="Pack">The choices.</param>
internal sealed record NoticeForm(NoticeFields Fields, NoticeTemplate Template, WardPack Pack);
