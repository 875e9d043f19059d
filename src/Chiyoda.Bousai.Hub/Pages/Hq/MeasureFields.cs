using System.Globalization;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What an order says, as the form sends it: choices and lists, no script.</summary>
internal sealed class MeasureFields
{
    /// <summary>Hazard and cause in one choice, for example <c>Flood/river-id</c>; the cause is empty where the hazard has none.</summary>
    public string? What { get; set; }

    /// <summary>What it is, where the hazard is another one.</summary>
    public string? OtherCause { get; set; }

    /// <summary>3, 4, 5 or <c>none</c>.</summary>
    public string? Level { get; set; }

    public EvacuationAction? Action { get; set; }

    public Audience? Audience { get; set; }

    /// <summary>Ids of zones whose areas are added.</summary>
    public string[] Zones { get; set; } = [];

    public string[] Areas { get; set; } = [];

    /// <summary>A sentence of the list; what is typed follows it.</summary>
    public string? ReasonChoice { get; set; }

    public string? PublicReason { get; set; }

    /// <summary>Ids of shelters to which people are sent.</summary>
    public string[] Shelters { get; set; } = [];

    /// <summary>The reason: chosen, typed, or both.</summary>
    public string Reason => HqText.Cut(string.Join('。', new[] { ReasonChoice, PublicReason }.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim())), 200);

    public int? LevelNumber => int.TryParse(Level, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;

    public static MeasureFields Of(Measure measure) => new()
    {
        What = ValueOf(measure.Hazard, measure.Hazard == Hazard.Other ? string.Empty : measure.Cause),
        OtherCause = measure.Hazard == Hazard.Other ? measure.CauseName : null,
        Level = ProposalModel.LevelValue(measure.Level),
        Action = measure.Action,
        Audience = measure.Audience,
        Areas = [.. measure.Areas],
        PublicReason = measure.Reason,
        Shelters = [.. measure.Shelters],
    };

    /// <summary>The choices of hazard and cause: each cause of the pack, and each hazard that has none.</summary>
    public static IReadOnlyList<(string Value, string Name)> Choices(WardPack pack) =>
    [
        .. Enum.GetValues<Hazard>().SelectMany(hazard => pack.Causes.Values.Where(cause => cause.Hazard == hazard) is var causes && causes.Any()
            ? causes.Select(cause => (ValueOf(hazard, cause.Id), cause.Name.Ja == hazard.Word() ? cause.Name.Ja : $"{hazard.Word()}：{cause.Name.Ja}"))
            : [(ValueOf(hazard, string.Empty), hazard.Word())]),
    ];

    /// <summary>The areas that are ticked, and those of the zones that are.</summary>
    public IReadOnlyList<string> AllAreas(WardPack pack) =>
    [
        .. Areas.Concat(Zones.Where(pack.Zones.ContainsKey).SelectMany(id => pack.Zones[id].Areas.Select(area => area.Value)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The measure; <see langword="null"/> when a choice was left open.</summary>
    public Measure? Read(WardPack pack)
    {
        var parts = (What ?? string.Empty).Split('/', 2);
        return Enum.TryParse<Hazard>(parts[0], out var hazard) && Enum.IsDefined(hazard) && Action is { } action && Enum.IsDefined(action)
            ? MeasureRules.Write(
                hazard, hazard == Hazard.Other ? HqText.Cut(OtherCause?.Trim(), 20) : parts.ElementAtOrDefault(1) ?? string.Empty, LevelNumber, action,
                Audience ?? AudienceRules.Usual(LevelNumber), AllAreas(pack), Reason, Shelters, pack)
            : null;
    }

    private static string ValueOf(Hazard hazard, string cause) => $"{hazard}/{cause}";
}
