using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Incidents;
using Chiyoda.Bousai.Hub.Features.Relays;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Warnings;
using Chiyoda.Bousai.Telegrams.Jma;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>Keeps what is in force: folds the statements of each stream anew, whatever order they came in.</summary>
internal sealed class WarningDesk(
    BousaiDbContext db, ReleaseTurn turn, ProposalMaker proposals, GaugeBook gauges, RelayMaker relays, ActivationMaker activations, WardPack pack, Deployment deployment, TimeProvider clock, ILogger<WarningDesk> logger)
{
    /// <summary>Statements of one stream that a fold looks at; the newest. A stream that long has no telegram left to cancel.</summary>
    private const int MaxStatements = 200;

    /// <summary>Live does not let a wrong date in the future rule a stream; an exercise may play any time.</summary>
    private readonly WarningPolicy _policy = WarningPolicy.Default with
    {
        AheadAtMost = deployment.IsExercise ? null : WarningPolicy.LiveAhead,
        FallbackFamilies = pack.Ward.FallbackFamilies,
    };

    /// <summary>Whether anything in the telegram concerns the ward; a void telegram concerns it when its stream did.</summary>
    public async Task<bool> ConcernsAsync(JmaTelegram telegram, CancellationToken cancellationToken) =>
        TelegramRelevance.Concerns(telegram, pack.Ward.Codes) switch
        {
            Relevance.Concerns or Relevance.StatesNone => true,
            Relevance.Irrelevant => false,
            _ => await IsKnownAsync(TelegramStream.Stated(telegram), cancellationToken),
        };

    private Task<bool> IsKnownAsync(IReadOnlyList<string> streams, CancellationToken cancellationToken) =>
        db.WarningStreams.AnyAsync(stream => streams.Contains(stream.Key), cancellationToken);

    /// <summary>
    /// Keeps what a telegram states about a stream of which nothing is known yet: when it is a 取消 that came before the telegram
    /// it voids, the fold finds it later.
    /// </summary>
    public void KeepForLater(JmaTelegram telegram, StoredTelegram stored)
    {
        foreach (var statement in TelegramStatements.From(telegram, stored.Id, stored.ReceivedAt, pack.Ward.Codes, _policy))
        {
            db.Add(new StoredStatement(statement));
        }
    }

    /// <summary>Works out one stored telegram: statements, what is in force, proposals, in one transaction. Repeating it changes nothing.</summary>
    public async Task WorkOutAsync(Guid telegramId, CancellationToken cancellationToken)
    {
        var proposed = await turn.TakeAsync(db, () => WorkOutInTurnAsync(telegramId, cancellationToken), cancellationToken);
        foreach (var proposalId in proposed)
        {
            EvacuationLog.Proposed(logger, proposalId, telegramId);
        }
    }

    /// <returns>The proposals that were made.</returns>
    private async Task<IReadOnlyList<Guid>> WorkOutInTurnAsync(Guid telegramId, CancellationToken cancellationToken)
    {
        var stored = await db.Telegrams.SingleAsync(telegram => telegram.Id == telegramId, cancellationToken);
        if (stored.Outcome != TelegramOutcome.Pending)
        {
            return [];
        }

        if (!JmaTelegramReader.Read(stored.Octets).TryGet(out var telegram, out var refusal))
        {
            throw new InvalidOperationException($"A stored telegram cannot be read any more: {refusal.Code}.");
        }

        stored.Outcome = TelegramOutcome.Accepted;
        var now = clock.GetUtcNow();
        var before = await BoardAsync(now, stored.Status, cancellationToken);
        var folded = new List<(WarningStream Stream, bool IsChanged)>();
        foreach (var statement in TelegramStatements.From(telegram, stored.Id, stored.ReceivedAt, pack.Ward.Codes, _policy))
        {
            folded.Add(await FoldAsync(statement, stored.Type, cancellationToken));
        }

        // The streams that changed are tracked by this context and are seen as they will be, the others as they are.
        var after = await BoardAsync(now, stored.Status, cancellationToken);
        var facts = new List<Fact>();

        // 継続 of the new family may end what a fall-back held: then its stream is as before, and what is shown is not.
        var isOther = !Says(before).SequenceEqual(Says(after));
        facts.AddRange(folded
            .Where(each => each.IsChanged ? isOther || !StreamKey.IsSummary(each.Stream.Key) : isOther && !folded.Exists(other => other.IsChanged))
            .Select(each => each.Stream)
            .Select(stream => new WarningsChanged(stream, telegram.Control.PublishingOffice, deployment.IsExercise || stored.Status == TelegramStatus.Normal)));
        if (MayPropose(stored))
        {
            // What only a late telegram says counts neither before nor after: the first timely one that says the same proposes.
            var late = await LateAsync([.. before, .. after], cancellationToken);
            before = [.. before.Where(warning => !late.Contains(warning.TelegramId))];
            after = [.. after.Where(warning => !late.Contains(warning.TelegramId))];
            var levels = await gauges.ReadAsync(now, cancellationToken);
            facts.AddRange(await proposals.ProposeAsync(new Observed(before, levels), new Observed(after, levels), cancellationToken));
            facts.AddRange(await relays.TellAsync(before, after, stored, cancellationToken));
            facts.AddRange(await activations.SuggestAsync(before, after, cancellationToken));
        }

        await db.CommitAsync(facts, cancellationToken);
        return [.. facts.OfType<Domain.Evacuation.Proposed>().Select(proposed => proposed.SubjectId)];
    }

    /// <summary>Warnings in force, merged over all streams of one status (design rule 5: statuses never mix).</summary>
    public async Task<IReadOnlyList<HazardWarning>> BoardAsync(DateTimeOffset now, TelegramStatus? status, CancellationToken cancellationToken)
    {
        // Only what holds something: streams of past events stay for ever, and must not make every telegram slower year by year. Of the families
        // that 集約通報 sums up those without anything too: what they ended must not come back by an older summary.
        var summed = TelegramStream.SummedUp;
        var stored = await db.WarningStreams.FromSql($"""SELECT * FROM warnings_streams WHERE "InForce" <> '[]'""").AsNoTracking().ToListAsync(cancellationToken);
        var ended = await db.WarningStreams.AsNoTracking().Where(stream => summed.Contains(stream.Family)).ToListAsync(cancellationToken);
        var changing = db.WarningStreams.Local.ToDictionary(stream => stream.Key, StringComparer.Ordinal);
        var read = stored.Concat(ended).DistinctBy(stream => stream.Key).Where(stream => !changing.ContainsKey(stream.Key)).Concat(changing.Values)
            .Where(stream => deployment.IsExercise || stream.Status == (status ?? TelegramStatus.Normal))
            .Where(IsRead).ToList();
        var hasFallback = read.Exists(stream => stream.InForce.Any(warning => warning.IsFallback));
        List<(TelegramStatus Status, StreamState State)> states = [];
        foreach (var stream in read)
        {
            states.Add((stream.Status, new StreamState(stream.Key, stream.ReportedAt, stream.InForce)
            {
                StatedAt = stream.InForce is [var first, ..] ? first.ReportedAt : hasFallback ? await EmptySinceAsync(stream.Key, cancellationToken) : null,
            }));
        }

        return [.. states.GroupBy(each => each.Status, each => each.State).SelectMany(sameStatus => WarningBoard.Merge(sameStatus, now))];
    }

    /// <summary>When a stream said that nothing holds; null when all that it said was voided, which ends no fall-back.</summary>
    private async Task<DateTimeOffset?> EmptySinceAsync(string stream, CancellationToken cancellationToken)
    {
        var stored = await db.Statements.AsNoTracking().Where(row => row.Stream == stream)
            .OrderByDescending(row => row.ReportedAt).Take(MaxStatements).ToListAsync(cancellationToken);
        var all = stored.Select(row => row.Statement)
            .Concat(db.Statements.Local.Where(row => row.Stream == stream).Select(row => row.Statement))
            .DistinctBy(statement => statement.TelegramId).ToList();
        return all.Count == 0 ? null : WarningFold.State(all)?.StatedAt;
    }

    /// <summary>What of it may be a ground for a decision: in Live neither drills and tests of the issuer nor what only a late telegram says.</summary>
    public async Task<IReadOnlyList<HazardWarning>> ProposingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var board = await BoardAsync(now, TelegramStatus.Normal, cancellationToken);
        var late = await LateAsync(board, cancellationToken);
        return [.. board.Where(warning => !late.Contains(warning.TelegramId))];
    }

    /// <summary>What a fall-back stated before the ward left it out is not in force for ever: nobody would hear its 解除 any more.</summary>
    private bool IsRead(WarningStream stream) =>
        !WarningPolicy.Fallbacks.Contains(stream.Family) || pack.Ward.FallbackFamilies.Contains(stream.Family);

    /// <summary>Design rule 5 and §4: in live, neither drills and tests of the issuer nor what is over a day old propose anything.</summary>
    private bool MayPropose(StoredTelegram telegram) =>
        deployment.IsExercise || (telegram.Status == TelegramStatus.Normal && !telegram.IsLate);

    private async Task<HashSet<Guid>> LateAsync(IReadOnlyList<HazardWarning> warnings, CancellationToken cancellationToken)
    {
        if (deployment.IsExercise)
        {
            return [];
        }

        var telegrams = warnings.Select(warning => warning.TelegramId).Distinct().ToList();
        return [.. await db.Telegrams.Where(telegram => telegram.IsLate && telegrams.Contains(telegram.Id)).Select(telegram => telegram.Id).ToListAsync(cancellationToken)];
    }

    /// <returns>The stream, and whether what is in force by it changed.</returns>
    private async Task<(WarningStream Stream, bool IsChanged)> FoldAsync(WarningStatement statement, string family, CancellationToken cancellationToken)
    {
        var known = await db.Statements.AsNoTracking().Where(row => row.Stream == statement.Stream)
            .OrderByDescending(row => row.ReportedAt).Take(MaxStatements).ToListAsync(cancellationToken);
        if (known.TrueForAll(row => row.TelegramId != statement.TelegramId))
        {
            db.Add(new StoredStatement(statement));
        }

        var state = WarningFold.State([.. known.Select(row => row.Statement), statement]);
        var stream = await db.WarningStreams.FindAsync([statement.Stream], cancellationToken);
        if (stream is null)
        {
            stream = new WarningStream(
                statement.Stream,
                Guid.CreateVersion7(clock.GetUtcNow()),
                StreamKey.IsSummary(statement.Stream) ? StreamKey.Family(statement.Stream) : family,
                statement.Status);
            db.Add(stream);
        }

        var inForce = state?.InForce ?? [];
        var changed = !Says(stream.InForce).SequenceEqual(Says(inForce));
        stream.InForce = inForce;
        stream.ReportedAt = state?.SaidAt ?? statement.ReportedAt;
        stream.Version++;
        return (stream, changed);
    }

    /// <summary>What a reader would notice: the same warning by a newer telegram (継続) is no change.</summary>
    private static IEnumerable<string> Says(IReadOnlyList<HazardWarning> warnings) => warnings
        .Select(warning => $"{warning.Phenomenon}|{warning.PhenomenonCode}|{warning.Level}|{warning.Kind}|{warning.Cause}|{warning.ValidUntil?.UtcTicks}|{warning.ForecastOnly}|{warning.Extent}|{string.Join(',', warning.Periods)}|{warning.Arrival}|{string.Join(',', warning.Areas.Select(area => area.CodeSet + area.Code))}")
        .Order(StringComparer.Ordinal);
}
