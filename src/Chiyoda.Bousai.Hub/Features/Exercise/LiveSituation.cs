using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>What the live hub has that stops an exercise, from its <c>/status.json</c>.</summary>
/// <param name="AsOf">When it held.</param>
/// <param name="Reasons">Each in words; empty when nothing real is known.</param>
/// <param name="IsWhole">Whether the live hub itself knows its orders, warnings and tsunami: without that, no reasons do not mean that nothing is real.</param>
internal sealed record LiveSituation(DateTimeOffset AsOf, IReadOnlyList<string> Reasons, bool IsWhole)
{
    public bool IsReal => Reasons.Count > 0;

    /// <param name="octets">The document.</param>
    /// <param name="options">From what on it counts.</param>
    /// <returns><see langword="null"/> when it is not the status of a live hub.</returns>
    public static LiveSituation? Read(byte[] octets, ExerciseOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<StatusDocument>(octets, BousaiJson.Options) is { Mode: HubMode.Live } status
                ? new LiveSituation(
                    status.AsOf,
                    [.. ReasonsIn(status, options)],
                    status is { OrdersState: KnowledgeState.Known, WarningsState: KnowledgeState.Known, TsunamiState: KnowledgeState.Known })
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SeismicIntensity? Of(string word) => Enum.GetValues<SeismicIntensity>().Cast<SeismicIntensity?>().FirstOrDefault(each => IntensityWords.Wire(each!.Value) == word);

    private static IEnumerable<string> ReasonsIn(StatusDocument status, ExerciseOptions options)
    {
        if (status.OrdersInForce > 0)
        {
            yield return $"避難情報{status.OrdersInForce}件";
        }

        if (status.WarningsLevel >= options.StopFromLevel)
        {
            yield return $"警戒レベル{status.WarningsLevel}相当の気象情報";
        }

        if (status.TsunamiRegions > 0)
        {
            yield return "津波の情報";
        }

        if (status.Intensity is { } word && Of(word) is var intensity && !(intensity < options.StopFromIntensity))
        {
            // A word that is not known may be strong.
            yield return intensity is { } known ? IntensityWords.Japanese(known) : $"震度{word}";
        }
    }
}
