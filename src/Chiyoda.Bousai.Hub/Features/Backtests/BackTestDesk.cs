using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>What somebody wants to try.</summary>
/// <param name="From">Telegrams received from then on; <see langword="null"/> for none of those that are kept.</param>
/// <param name="Until">And before then.</param>
/// <param name="Telegrams">Files of telegrams.</param>
/// <param name="Gauges">Files of gauge readings.</param>
/// <param name="Criteria">Files of criteria to be tried beside the present ones; empty for none.</param>
/// <param name="Thresholds">Levels by criterion to be tried instead of the present ones.</param>
/// <param name="OnAnyDay">Whether criteria count on any day.</param>
internal sealed record BackTestAsk(
    DateTimeOffset? From, DateTimeOffset? Until, IReadOnlyList<IFormFile> Telegrams, IReadOnlyList<IFormFile> Gauges, IReadOnlyList<IFormFile> Criteria,
    IReadOnlyDictionary<string, int> Thresholds, bool OnAnyDay);

/// <summary>What came of the telegrams of one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Telegrams">How many there were.</param>
/// <param name="Concerning">How many of them state something for the ward.</param>
/// <param name="Present">By the present criteria.</param>
/// <param name="Tried">By the criteria on trial; <see langword="null"/> without.</param>
internal sealed record BackTestOutcome(
    TelegramStatus Status, int Telegrams, int Concerning, IReadOnlyList<BackTestEvent> Present, IReadOnlyList<BackTestEvent>? Tried);

/// <summary>The whole result.</summary>
/// <param name="LeftOut">Files and kept telegrams that could not be read.</param>
/// <param name="Outcomes">By status.</param>
/// <param name="Tried">The criteria on trial; <see langword="null"/> without.</param>
/// <param name="Kept">The telegrams that are kept here and have a page of their own.</param>
internal sealed record BackTestResult(int LeftOut, IReadOnlyList<BackTestOutcome> Outcomes, WardPack? Tried, IReadOnlySet<Guid> Kept);

/// <summary>Runs a back-test for somebody at a page: over telegrams that are kept and over files. It only reads.</summary>
internal sealed class BackTestDesk(BousaiDbContext db, WardPack pack, Deployment deployment, BackTestTurn turn, IOptions<GaugeOptions> gauges)
{
    /// <summary>How long a back-test may take here.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromSeconds(20);

    private static readonly BackTestBounds OfCriteria = new(100, 2L << 20);

    private static readonly BackTestBounds OfGauges = new(100, 16L << 20);

    /// <summary>A week of every station of a ward.</summary>
    private const int MaxReadings = 20_000;

    /// <summary>What is wrong with the criteria that were sent.</summary>
    public IReadOnlyList<PackProblem> Problems { get; private set; } = [];

    /// <returns>The result, or a refusal of <see cref="BackTestRefusals"/>.</returns>
    public async Task<Outcome<BackTestResult>> RunAsync(BackTestAsk ask, CancellationToken cancellationToken)
    {
        if (!turn.TryTake())
        {
            return BackTestRefusals.Busy;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Within);
        try
        {
            return await RunInTurnAsync(ask, limit.Token);
        }
        catch (BackTestBoundException)
        {
            return BackTestRefusals.TooMany;
        }
        catch (InvalidDataException)
        {
            return BackTestRefusals.FileUnreadable;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return BackTestRefusals.TookTooLong;
        }
        finally
        {
            turn.GiveBack();
        }
    }

    private async Task<Outcome<BackTestResult>> RunInTurnAsync(BackTestAsk ask, CancellationToken cancellationToken)
    {
        if (!(await TriedAsync(ask, cancellationToken)).TryGet(out var trial, out var refusal))
        {
            return refusal;
        }

        var set = new BackTestSet(pack, BackTestBounds.OfPage, gauges.Value.Limits);
        foreach (var (name, octets) in await BackTestFiles.ReadAsync(ask.Telegrams, [".xml"], BackTestBounds.OfPage, cancellationToken))
        {
            set.Admit(octets.Length);
            set.Add(name, octets);
        }

        foreach (var (name, octets) in await BackTestFiles.ReadAsync(ask.Gauges, [".csv", ".json"], OfGauges, cancellationToken))
        {
            set.Admit(octets.Length);
            set.AddGauges(name, octets);
        }

        HashSet<Guid> kept = [];
        if (ask is { From: { } from, Until: { } until })
        {
            await AddKeptAsync(set, kept, from, until, cancellationToken);
        }

        // Work for a processor, away from the request, so that it can be stopped.
        var outcomes = await Task.Run(
            () => set.Statuses.Select(status => new BackTestOutcome(
                status,
                set.CountOf(status),
                set.ConcerningOf(status),
                Spoken(set.Run(status, On(pack, ask), cancellationToken)),
                trial.Tried is { } tried ? Spoken(set.Run(status, On(tried, ask), cancellationToken)) : null)).ToList(),
            cancellationToken);
        return new BackTestResult(set.LeftOut, outcomes, trial.Tried, kept);
    }

    private async Task AddKeptAsync(BackTestSet set, HashSet<Guid> kept, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var none = Array.Empty<byte>();
        var within = db.Telegrams.AsNoTracking().Where(telegram => telegram.ReceivedAt >= from && telegram.ReceivedAt < until)
            // Of older summaries the octets are gone; what they summed up came by its own telegrams.
            .Where(telegram => telegram.Octets != none);
        foreach (var length in await within.OrderBy(telegram => telegram.ReceivedAt).Take(BackTestBounds.OfPage.Telegrams + 1).Select(telegram => telegram.Length).ToListAsync(cancellationToken))
        {
            set.Admit(length);
        }

        await foreach (var row in within.OrderBy(telegram => telegram.ReceivedAt).Take(BackTestBounds.OfPage.Telegrams)
            .Select(telegram => new { telegram.Id, telegram.Title, telegram.Octets }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            kept.Add(row.Id);
            set.Add(row.Title, row.Octets, row.Id);
        }

        set.AddGauges("受信した水位", await db.GaugeReadings.AsNoTracking()
            .Where(reading => reading.ObservedAt >= from && reading.ObservedAt < until).OrderBy(reading => reading.ObservedAt).Take(MaxReadings).ToListAsync(cancellationToken));
    }

    /// <summary>People know a river by its name, a telegram by its code.</summary>
    private List<BackTestEvent> Spoken(IReadOnlyList<BackTestEvent> events) =>
    [
        .. events.Select(happened => happened.Kind == BackTestEventKind.Missed
            && pack.Causes.Values.FirstOrDefault(cause => happened.Observed.EndsWith(" " + cause.Id, StringComparison.Ordinal)) is { } known
                ? happened with { Observed = happened.Observed[..^known.Id.Length] + known.Name.Ja }
                : happened),
    ];

    private static WardPack On(WardPack criteria, BackTestAsk ask) =>
        ask.OnAnyDay ? criteria with { Criteria = BackTestCriteria.OnAnyDay(criteria.Criteria) } : criteria;

    /// <summary>The criteria on trial: those that were sent, or the present ones with other levels.</summary>
    private async Task<Outcome<Trial>> TriedAsync(BackTestAsk ask, CancellationToken cancellationToken)
    {
        if (ask.Criteria.Count > 0)
        {
            IReadOnlyList<(string Name, byte[] Octets)> files;
            try
            {
                files = await BackTestFiles.ReadAsync(ask.Criteria, [".json"], OfCriteria, cancellationToken);
            }
            catch (BackTestBoundException)
            {
                return BackTestRefusals.CriteriaTooLarge;
            }

            var load = await BackTestCriteria.LoadAsync(deployment.ConfigDirectory, files, cancellationToken);
            Problems = load.Problems;
            return load.TryGet(out var sent) ? new Trial(sent) : BackTestRefusals.CriteriaWrong;
        }

        var changed = pack.Criteria.Where(criterion => ask.Thresholds.TryGetValue(criterion.Id, out var level) && level != criterion.Warning?.Level).ToList();
        if (changed.Exists(criterion => ask.Thresholds[criterion.Id] is < 2 or > 5))
        {
            return BackTestRefusals.ThresholdWrong;
        }

        return new Trial(changed.Count == 0 ? null : pack with { Criteria = BackTestCriteria.With(pack.Criteria, ask.Thresholds) });
    }

    /// <summary>Criteria to be tried, or none.</summary>
    private sealed record Trial(WardPack? Tried);
}
