using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>
/// What an earthquake telegram states for the ward: the class of its municipality. 震度速報 has areas only; it stands in
/// until 震源・震度に関する情報 of the same event comes.
/// </summary>
internal static class EarthquakeStatement
{
    private const string Prompt = "VXSE51";

    public static IReadOnlyList<HazardWarning>? InForce(EarthquakeFacts facts, WardView view)
    {
        if (facts.Observations.Count == 0)
        {
            return null;
        }

        var own = facts.Observations.Where(observation => IsWard(observation, view.Ward)).ToList();

        // An area holds other municipalities too, so it answers only in 震度速報, which lists no municipality. 震源・震度に関する情報
        // lists every one: where the ward is not among them nothing was felt there, and that ends what stood in.
        var isPrompt = view.Telegram.Type == Prompt;
        var strongest = Strongest(own, IntensityScope.City) ?? (isPrompt ? Strongest(own, IntensityScope.Area) : null);
        if (strongest is not { } intensity)
        {
            return [];
        }

        var head = view.Telegram.Head;
        return
        [
            view.Momentary(new HazardWarning(
                "earthquake",
                IntensityWords.Wire(intensity),
                Level: null,
                IntensityWords.Japanese(intensity),
                head.EventId,
                [.. own.Select(observation => observation.Place).Distinct()],
                head.ReportedAt,
                ValidUntil: null,
                facts.Hypocenter?.Name ?? string.Empty,
                view.TelegramId,
                view.Telegram.Control.PublishingOffice,
                ForecastOnly: null)
            {
                IsFallback = isPrompt,
            }),
        ];
    }

    /// <summary>Whether an observation is the ward's municipality or area; a station never is.</summary>
    public static bool IsWard(IntensityObservation observation, WardCodes ward) => observation.Scope switch
    {
        IntensityScope.City => ward.SeismicCities.Contains(observation.Place.Code),
        IntensityScope.Area => ward.SeismicAreas.Contains(observation.Place.Code),
        _ => false,
    };

    private static SeismicIntensity? Strongest(List<IntensityObservation> own, IntensityScope scope) =>
        own.Where(observation => observation.Scope == scope).Max(observation => observation.Intensity);
}
