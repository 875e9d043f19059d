using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The form of what an order says: for a new one, for a draft, for a change.</summary>
/// <param name="Fields">What is typed so far.</param>
/// <param name="Pack">The choices.</param>
/// <param name="Act">What the form is for: its words must exist.</param>
/// <param name="Levels">Levels to choose from; none where the level stays.</param>
/// <param name="Areas">Areas to tick.</param>
/// <param name="AreasTitle">What they are for.</param>
/// <param name="MayChooseHazard">Hazard and cause of an order never change.</param>
/// <param name="MayChooseZones">Whether whole zones may be added.</param>
/// <param name="Map">The drawing of the ward; <see langword="null"/> where there is none.</param>
/// <param name="Hazard">The hazard where it is settled: shelters and reasons of others are left out.</param>
/// <param name="Today">The day in Japan.</param>
internal sealed record MeasureForm(
    MeasureFields Fields, WardPack Pack, Act Act, IReadOnlyList<int?> Levels, IReadOnlyList<Area> Areas, string AreasTitle, bool MayChooseHazard, bool MayChooseZones,
    MapSheet? Map, Hazard? Hazard, DateOnly Today)
{
    /// <summary>Places that are recommendable for the hazard; while it is open, for any. Whether they lie in the chosen areas is asked when the form is sent.</summary>
    public IReadOnlyList<(RegisteredShelter Shelter, IReadOnlyList<Hazard> FitFor)> Shelters =>
    [
        .. Pack.Shelters.Where(shelter => shelter.IsValidOn(Today))
            .Select(shelter => (shelter, (IReadOnlyList<Hazard>)[.. (Hazard is { } settled ? [settled] : Enum.GetValues<Hazard>()).Where(shelter.IsRecommendableFor)]))
            .Where(pair => pair.Item2.Count > 0),
    ];

    /// <summary>The actions that can be said for some choice of hazard and level of this form.</summary>
    public IEnumerable<EvacuationAction> Actions => Enum.GetValues<EvacuationAction>().Where(action => FitsOf(action).Length > 0);

    /// <summary>The combinations of hazard and level for which an action can be said, as the script of the form reads them.</summary>
    public string FitsOf(EvacuationAction action) => string.Join(' ', Combinations
        .Where(pair => Pack.Messages.Offers(pair.Hazard, Act, pair.Level, action))
        .Select(pair => $"{pair.Hazard}/{ProposalModel.LevelValue(pair.Level)}/*"));

    /// <summary>The hazards that a level exists for.</summary>
    public static string FitsOf(int? level) => string.Join(' ', Enum.GetValues<Hazard>()
        .Where(hazard => hazard.HasLevel() == level is not null).Select(hazard => $"{hazard}/*/*"));

    /// <summary>The levels, or levels with an action, at which an audience is spoken to.</summary>
    public static string FitsOf(Audience audience) => string.Join(' ', NewProposalModel.EveryLevel.SelectMany(level =>
    {
        var value = ProposalModel.LevelValue(level);
        var spoken = Enum.GetValues<EvacuationAction>().Where(action => audience.IsSpokenTo(level, action)).ToList();
        return spoken.Count == Enum.GetValues<EvacuationAction>().Length ? [$"*/{value}/*"] : spoken.Select(action => $"*/{value}/{action}");
    }));

    private IEnumerable<(Hazard Hazard, int? Level)> Combinations =>
        from hazard in Hazard is { } settled ? [settled] : Enum.GetValues<Hazard>()
        from level in Levels.Count > 0 ? Levels : [Fields.LevelNumber]
        where hazard.HasLevel() == level is not null
        select (hazard, level);

    /// <summary>Sentences to choose from, by hazard.</summary>
    public IReadOnlyList<IGrouping<Hazard, StandardReason>> Reasons =>
        [.. Pack.Reasons.Where(reason => Hazard is null || reason.Hazard == Hazard).GroupBy(reason => reason.Hazard)];
}
