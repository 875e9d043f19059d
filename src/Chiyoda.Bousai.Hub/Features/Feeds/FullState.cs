using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Which of what states everything at its time was received since a moment. In live, drills say nothing about what is in force.</summary>
internal sealed class FullState(WardPack pack, Deployment deployment)
{
    /// <summary>States all of the country's regions at once, so that one of them is the full state of tsunami.</summary>
    private const string Tsunami = "VTSE41";

    /// <summary>Summaries that are looked at, the newest first: one that lists the ward is enough.</summary>
    private const int Summaries = 10;

    /// <summary>Families of the ward's full state of which neither a telegram nor a 集約通報 that lists the ward came.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(BousaiDbContext db, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var families = pack.Ward.FullStateFamilies.ToList();
        var came = await Received(db, since)
            .Where(telegram => families.Contains(telegram.Type) && (telegram.Outcome == TelegramOutcome.Accepted || telegram.Outcome == TelegramOutcome.Pending))
            .Select(telegram => telegram.Type).Distinct().ToListAsync(cancellationToken);
        var missing = families.Except(came, StringComparer.Ordinal).ToList();
        return missing.Exists(TelegramStream.SummedUp.Contains) ? [.. missing.Except(await SummedUpAsync(db, since, cancellationToken), StringComparer.Ordinal)] : missing;
    }

    /// <summary>Whether a telegram came that states the tsunami grades of all regions, the ward's among them or not.</summary>
    public Task<bool> HasTsunamiAsync(BousaiDbContext db, DateTimeOffset since, CancellationToken cancellationToken) =>
        Received(db, since).AnyAsync(
            telegram => telegram.Type == Tsunami && (telegram.Outcome == TelegramOutcome.Accepted || telegram.Outcome == TelegramOutcome.Irrelevant), cancellationToken);

    /// <summary>What 集約通報 stated for the ward: a family that it lists without anything too.</summary>
    private async Task<IReadOnlyList<string>> SummedUpAsync(BousaiDbContext db, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var newest = await Received(db, since)
            .Where(telegram => telegram.Type == TelegramStream.Summary && telegram.Outcome == TelegramOutcome.Accepted)
            .OrderByDescending(telegram => telegram.ReceivedAt).Take(Summaries).Select(telegram => telegram.Id).ToListAsync(cancellationToken);
        var statements = newest.Count == 0 ? [] : await db.Statements.AsNoTracking().Where(row => newest.Contains(row.TelegramId)).ToListAsync(cancellationToken);
        return [.. statements.Where(row => !row.Statement.IsBlind).Select(row => StreamKey.Family(row.Stream)).Distinct(StringComparer.Ordinal)];
    }

    private IQueryable<StoredTelegram> Received(BousaiDbContext db, DateTimeOffset? since) => db.Telegrams.AsNoTracking().Where(telegram =>
        (deployment.IsExercise || telegram.Status == TelegramStatus.Normal) && telegram.InfoType != InfoType.Cancel
        && (since == null || telegram.ReceivedAt >= since || telegram.RepeatedAt >= since));
}
