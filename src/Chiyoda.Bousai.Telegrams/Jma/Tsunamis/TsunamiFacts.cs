using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

/// <summary>
/// 津波警報・注意報・予報, VTSE41: the full state of all forecast regions, for all earthquakes that EventID lists. 津波情報 (VTSE51) repeats it
/// with times and tells what was measured; 沖合の津波観測に関する情報 (VTSE52) tells what was measured off the coast.
/// </summary>
/// <param name="EventIds">Head/EventID taken apart; several when several earthquakes raise tsunamis.</param>
/// <param name="Areas">Regions with anything issued, lifted or forecast.</param>
/// <param name="Earthquakes">The earthquakes.</param>
/// <param name="Comments">Texts of the body, for people.</param>
public sealed record TsunamiFacts(
    IReadOnlyList<string> EventIds,
    IReadOnlyList<TsunamiArea> Areas,
    IReadOnlyList<Hypocenter> Earthquakes,
    IReadOnlyList<string> Comments) : TelegramFacts
{
    /// <summary>Tsunami/Observation.</summary>
    public IReadOnlyList<TsunamiObservation> Observations { get; init; } = [];

    /// <summary>Tsunami/Estimation.</summary>
    public IReadOnlyList<TsunamiEstimation> Estimations { get; init; } = [];
}
