using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>Criteria as they are tried.</summary>
internal static class BackTestCriteria
{
    /// <summary>
    /// The criteria as if they were effective on every day: what today's criteria would have made of the telegrams of earlier years. Without
    /// it they propose nothing before the day from which they count, as live.
    /// </summary>
    public static IReadOnlyList<Criterion> OnAnyDay(IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select(criterion => criterion with { EffectiveFrom = DateOnly.MinValue, EffectiveUntil = null })];

    /// <summary>The criteria with other levels from which they propose; what they propose stays.</summary>
    public static IReadOnlyList<Criterion> With(IReadOnlyList<Criterion> criteria, IReadOnlyDictionary<string, int> levels) =>
        [.. criteria.Select(criterion => criterion.Warning is { } condition && levels.TryGetValue(criterion.Id, out var level) ? criterion with { When = condition with { Grade = level } } : criterion)];

    /// <summary>Reads criteria that were sent, with everything else of a pack, by the reader that stops a start.</summary>
    public static async Task<WardPackLoad> LoadAsync(string config, IReadOnlyList<(string Name, byte[] Octets)> files, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bousai-criteria-");
        try
        {
            foreach (var (name, octets) in files)
            {
                // The last part of the name alone: a zip cannot write elsewhere. Two of one name would be one criterion less without a word.
                var path = Path.Combine(folder.FullName, Path.GetFileName(name));
                if (File.Exists(path))
                {
                    throw new InvalidDataException("Two files have one name.");
                }

                await File.WriteAllBytesAsync(path, octets, cancellationToken);
            }

            return WardPackLoader.Load(config, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
