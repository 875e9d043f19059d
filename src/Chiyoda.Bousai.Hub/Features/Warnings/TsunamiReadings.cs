using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>What the tsunami telegram in force says about the ward's forecast regions: grade by the fold, times and heights by the telegram.</summary>
internal sealed class TsunamiReadings(BousaiDbContext db, WardPack pack)
{
    public async Task<IReadOnlyList<TsunamiRegion>> ReadAsync(IReadOnlyList<HazardWarning> inForce, CancellationToken cancellationToken)
    {
        List<TsunamiRegion> regions = [];
        foreach (var warning in inForce.Where(warning => warning.Phenomenon == "tsunami"))
        {
            var octets = await db.Telegrams.AsNoTracking().Where(telegram => telegram.Id == warning.TelegramId)
                .Select(telegram => telegram.Octets).FirstOrDefaultAsync(cancellationToken);
            var facts = octets is not null && JmaTelegramReader.Read(octets).TryGet(out var telegram, out _) ? telegram.Facts as TsunamiFacts : null;
            regions.AddRange(facts?.Areas
                .Where(area => pack.Ward.Codes.TsunamiRegions.ContainsKey(area.Region.Code) && warning.Areas.Contains(area.Region))
                .Select(area => new TsunamiRegion(area, warning, facts.Comments)) ?? []);
        }

        return regions;
    }
}

/// <summary>One forecast region of the ward.</summary>
/// <param name="Area">What is issued for it.</param>
/// <param name="Warning">The warning in force that it is part of.</param>
/// <param name="Remarks">付加文 as issued.</param>
public sealed record TsunamiRegion(TsunamiArea Area, HazardWarning Warning, IReadOnlyList<string> Remarks);
