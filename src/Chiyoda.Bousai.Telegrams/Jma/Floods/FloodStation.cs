namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>Readings, forecasts and criteria of one station.</summary>
/// <param name="Station">Which.</param>
/// <param name="ChargeSections">受け持ち区間: the stretches it stands for, line feeds kept.</param>
/// <param name="Readings">Now (現況) and the coming hours, in the order of the telegram.</param>
/// <param name="Criteria">What each level begins at.</param>
public sealed record FloodStation(
    StationName Station,
    IReadOnlyList<string> ChargeSections,
    IReadOnlyList<FloodReading> Readings,
    IReadOnlyList<FloodCriterion> Criteria)
{
    private const int Danger = 4;

    /// <summary>The present reading, or <see langword="null"/> when the telegram has none for this station.</summary>
    public FloodReading? Present => Readings.FirstOrDefault(reading => reading.IsPresent);

    /// <summary>
    /// Whether the present readings are below レベル４氾濫危険水位 (or 流量); by the issuer's own level number where the value or
    /// the criterion is missing. <see langword="false"/> when one of them is not, <see langword="null"/> when none is known to reach it and
    /// one is not known (欠測), or there is none.
    /// </summary>
    public bool? IsPresentBelowDanger
    {
        get
        {
            bool? below = null;
            var isKnown = true;
            foreach (var present in Readings.Where(reading => reading.IsPresent))
            {
                switch (IsBelowDanger(present))
                {
                    case false:
                        return false;
                    case true:
                        below = true;
                        break;
                    default:
                        // 流量 beside a 水位 may have nothing to be held against; a value that is missing is a gap.
                        isKnown &= present.KnownValue is not null;
                        break;
                }
            }

            return isKnown ? below : null;
        }
    }

    private bool? IsBelowDanger(FloodReading reading)
    {
        var danger = Criteria.FirstOrDefault(criterion => criterion.IsDanger && criterion.Value is not null && criterion.Unit == reading.Unit);
        return reading.KnownValue is { } value && danger?.Value is { } limit ? value < limit
            : reading.KnownLevel is { } level ? level < Danger
            : null;
    }
}
