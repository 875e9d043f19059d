using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Shelters;

/// <summary>What is reported of the places of the register.</summary>
internal sealed class ShelterDesk(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <summary>The last reports, by the id of the place; what is missing was never reported.</summary>
    public async Task<IReadOnlyDictionary<string, ShelterReport>> ReadAsync(CancellationToken cancellationToken) =>
        await db.ShelterStatuses.AsNoTracking().ToDictionaryAsync(status => status.ShelterId, status => status.Report, StringComparer.Ordinal, cancellationToken);

    /// <summary>Takes a report; the same again changes nothing.</summary>
    public Task<Outcome<ShelterStatus>> ReportAsync(string shelterId, ShelterReport report, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<ShelterStatus>>(
            async () =>
            {
                if (pack.Shelters.FirstOrDefault(shelter => shelter.Id == shelterId) is not { } shelter)
                {
                    return ShelterRefusals.Unknown;
                }

                var known = await db.ShelterStatuses.FindAsync([shelterId], cancellationToken);
                var status = known ?? ShelterStatus.Of(shelterId);
                if (!status.Take(report, clock.GetUtcNow().ToMicroseconds()).TryGet(out var isNew, out var refusal))
                {
                    return refusal;
                }

                if (isNew)
                {
                    if (known is null)
                    {
                        db.Add(status);
                    }

                    await db.CommitAsync([new ShelterReported(status, shelter.Name, actor, status.AsOf)], cancellationToken);
                }

                return status;
            },
            cancellationToken);
}
