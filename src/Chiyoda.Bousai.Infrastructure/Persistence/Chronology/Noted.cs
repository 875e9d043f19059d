using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>What a person noted, and nothing but the chronology keeps.</summary>
/// <param name="Image">The after-image.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
public sealed record Noted<T>(T Image, DateTimeOffset At, string By);

/// <summary>Reads such entries.</summary>
public static class Noted
{
    /// <summary>The last entry of a kind about each subject.</summary>
    /// <returns>By subject; what was never noted, or was erased, is not among them.</returns>
    public static async Task<IReadOnlyDictionary<Guid, Noted<T>>> LastAsync<T>(
        BousaiDbContext db, string kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellationToken)
    {
        var entries = await db.Chronology.AsNoTracking()
            .Where(entry => subjects.Contains(entry.SubjectId) && entry.Kind == kind)
            .OrderBy(entry => entry.Sequence)
            .Join(db.EntryPayloads.AsNoTracking(), entry => entry.Sequence, payload => payload.Sequence, (entry, payload) => new { entry.SubjectId, entry.OccurredAt, payload })
            .ToListAsync(cancellationToken);
        var last = new Dictionary<Guid, Noted<T>>();
        foreach (var entry in entries)
        {
            if (Image<T>(entry.payload.Octets) is { } image)
            {
                last[entry.SubjectId] = new Noted<T>(image, entry.OccurredAt, entry.payload.ReadText().Actor);
            }
        }

        return last;
    }

    /// <summary>The after-image in a payload.</summary>
    public static T? Image<T>(byte[] octets)
    {
        using var json = JsonDocument.Parse(octets);
        return json.RootElement.GetProperty("subject").Deserialize<T>(BousaiJson.Options);
    }
}
