using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The form of what an order says: for a new one, for a draft, for a change.</summary>
/// <param name="Fields">What is typed so far.</param>
/// <param name="Pack">The choices.</param>
/// <param name="Levels">Levels to choose from; none where the level stays.</param>
/// <param name="Areas">Areas to tick.</param>
/// <param name="AreasTitle">What they are for.</param>
/// <param name="MayChooseHazard">Hazard and cause of an order never change.</param>
/// <param name="MayChooseZones">Whether whole zones may be added.</param>
internal sealed record MeasureForm(
    MeasureFields Fields, WardPack Pack, IReadOnlyList<int?> Levels, IReadOnlyList<Area> Areas, string AreasTitle, bool MayChooseHazard, bool MayChooseZones);
