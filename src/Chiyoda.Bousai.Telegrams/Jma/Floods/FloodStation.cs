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

    private const int Highest = 5;

    /// <summary>The present reading, or <see langword="null"/> when the telegram has none for this station.</summary>
    public FloodReading? Present => Readings.FirstOrDefault(reading => reading.IsPresent);

    /// <summary>
    /// Whether the present reading is below レベル４氾濫危険水位 (or 流量); by the issuer's own level number where the value or
    /// the criterion is missing; <see langword="null"/> when that is missing too (欠測).
    /// </summary>
    public bool? IsPresentBelowDanger
    {
        get
        {
            if (Present is not { } present)
            {
                return null;
            }

            var danger = Criteria.FirstOrDefault(criterion => criterion.IsDanger);
            if (present.Value is { } value && danger?.Value is { } limit && present.Unit == danger.Unit)
            {
                return value < limit;
            }

            // Any other number stands for no level: レベル 9 is 欠測.
            return present.Level is >= 0 and <= Highest and var level ? level < Danger : null;
        }
    }
}
