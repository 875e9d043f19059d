using System.Globalization;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>Looks whether a rule wakes somebody: at what is, not at what happened, so that a hub that was away finds it too.</summary>
internal sealed class CallOutWatch(
    BousaiDbContext db, WardPack pack, WarningDesk warnings, SourceWatch sources, CallOutDesk desk, IOptions<CallOutOptions> options, TimeProvider clock)
{
    private const int MaxTriggers = 20;

    /// <summary>They order nothing, but a basement fills before an order has a ground.</summary>
    private const int LevelOfAdvice = 3;

    /// <summary>
    /// Begins what has to begin. A rule that is calling, or that somebody answered a short while ago, wakes nobody again, but by something graver. One that
    /// has been through its list calls nobody any more, and so it keeps nothing from calling.
    /// </summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var rule in pack.CallOut!.Rules)
        {
            await EndAsync(rule, cancellationToken);
            var triggers = await TriggersAsync(rule, cancellationToken);
            if (triggers.Count == 0)
            {
                continue;
            }

            var quietSince = clock.GetUtcNow() - options.Value.QuietAfterAnswer;
            var heard = await db.CallOuts.AsNoTracking()
                .Where(callOut => callOut.RuleId == rule.Id && (callOut.NextAt != null || callOut.AnsweredAt > quietSince))
                .Select(callOut => callOut.Level).ToListAsync(cancellationToken);
            var ids = triggers.Select(trigger => trigger.Id).ToList();
            var known = await db.CallOuts.AsNoTracking().Where(callOut => callOut.RuleId == rule.Id && ids.Contains(callOut.Trigger))
                .Select(callOut => callOut.Trigger).ToListAsync(cancellationToken);
            if (triggers.Where(trigger => !known.Contains(trigger.Id, StringComparer.Ordinal) && (heard.Count == 0 || trigger.Level > heard.Max()))
                .MaxBy(trigger => trigger.Level) is { } news)
            {
                await desk.BeginAsync(rule, news.Id, news.Level, cancellationToken);
            }
        }
    }

    private Task<IReadOnlyList<Trigger>> TriggersAsync(CallOutRule rule, CancellationToken cancellationToken) => rule.On switch
    {
        CallOutCause.Proposal => ProposalsAsync(rule.AtLeastLevel!.Value, cancellationToken),
        CallOutCause.DecisionWaiting or CallOutCause.ReleaseWaiting => WaitingAsync(rule, cancellationToken),
        CallOutCause.SeismicIntensity => EarthquakesAsync(rule.AtLeastIntensity!.Value, cancellationToken),
        CallOutCause.SourceSilent => OfOneGradeAsync(SilentAsync(rule.After, cancellationToken)),
        CallOutCause.HeldDispatch => OfOneGradeAsync(HeldAsync(rule.AtLeastLevel!.Value, cancellationToken)),
        CallOutCause.ReleasedAlone => OfOneGradeAsync(ReleasedAloneAsync(cancellationToken)),
        _ => throw new InvalidOperationException($"Nothing looks for {rule.On}."),
    };

    /// <summary>What a criterion proposed and nobody has submitted: somebody who submits is awake. Notices and calls count as level 3.</summary>
    private async Task<IReadOnlyList<Trigger>> ProposalsAsync(int level, CancellationToken cancellationToken) =>
    [
        .. level <= LevelOfAdvice ? (await AdviceAsync(cancellationToken)).Select(id => new Trigger(id, LevelOfAdvice)) : [],
        .. (await db.Proposals.AsNoTracking().Where(proposal => proposal.State == ProposalState.Draft && proposal.Act == Act.Issue)
            .OrderBy(proposal => proposal.CreatedAt).Take(200).ToListAsync(cancellationToken))
            .Where(proposal => proposal.Evidence.Count > 0 && (proposal.Measure.Level ?? 4) >= level)
            .Select(proposal => new Trigger(proposal.Id.ToString(), proposal.Measure.Level ?? 4)).Take(MaxTriggers),
    ];

    /// <summary>What protects and waits for a person. Authority moves by no clock: somebody is called who asks the holder, or the next one (design rule 2). What has waited for
    /// over an hour beyond is left to the screens: the hub stood still, or its database is of an older time.</summary>
    private async Task<IReadOnlyList<Trigger>> WaitingAsync(CallOutRule rule, CancellationToken cancellationToken)
    {
        var due = clock.GetUtcNow() - rule.After;
        return
        [
            .. (await WaitingNowAsync(rule.On, cancellationToken))
                .Where(each => !each.Proposal.Act.AsksGrounds() && pack.CallOut!.RuleFor(rule.On, each.Proposal.Measure.Level)?.Id == rule.Id)
                .Where(each => each.Since <= due && each.Since > due - CallOut.TooLate)
                .Select(each => new Trigger(each.Id, each.Proposal.Measure.Level ?? 4)).Take(MaxTriggers),
        ];
    }

    private async Task<IReadOnlyList<(Proposal Proposal, DateTimeOffset? Since, string Id)>> WaitingNowAsync(CallOutCause cause, CancellationToken cancellationToken)
    {
        var state = cause == CallOutCause.DecisionWaiting ? ProposalState.Submitted : ProposalState.Decided;
        return
        [
            .. (await db.Proposals.AsNoTracking().Where(proposal => proposal.State == state).OrderBy(proposal => proposal.CreatedAt).ToListAsync(cancellationToken))
                .Select(proposal => state == ProposalState.Submitted
                    ? (proposal, proposal.SubmittedAt, $"{proposal.Id}/{proposal.SubmittedAt:O}")
                    : (proposal, proposal.Decision?.RecordedAt, $"{proposal.Decision?.Id}")),
        ];
    }

    /// <summary>Ends what calls for a decision or a release that nobody waits for any more: it came, or the proposal was returned or withdrawn.</summary>
    private async Task EndAsync(CallOutRule rule, CancellationToken cancellationToken)
    {
        if (rule.On is not (CallOutCause.DecisionWaiting or CallOutCause.ReleaseWaiting))
        {
            return;
        }

        var open = await db.CallOuts.AsNoTracking()
            .Where(callOut => callOut.RuleId == rule.Id && (callOut.State == CallOutState.Calling || callOut.State == CallOutState.Unanswered))
            .Select(callOut => new { callOut.Id, callOut.Version, callOut.Trigger }).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        var waiting = (await WaitingNowAsync(rule.On, cancellationToken)).Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var callOut in open.Where(callOut => !waiting.Contains(callOut.Trigger)))
        {
            // Whoever answers in the same moment is first.
            await desk.CloseAsync(callOut.Id, callOut.Version, rule.On == CallOutCause.DecisionWaiting ? "案はもう決裁を待っていません" : "案はもう発信を待っていません", Actor.Hub, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> AdviceAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - CallOut.TooLate;
        var notices = await db.NoticeEditions.AsNoTracking().Where(edition => edition.State == NoticeEditionState.Draft && edition.AuthorId == NoticeEdition.NoAuthor && edition.CreatedAt > since)
            .OrderBy(edition => edition.CreatedAt).Select(edition => edition.Id).Take(MaxTriggers).ToListAsync(cancellationToken);
        var calls = await db.CallLists.AsNoTracking().Where(list => list.Subject == CallSubject.Criterion && list.MadeAt > since)
            .Where(list => !db.FacilityCalls.Any(call => call.ListId == list.Id && call.State != CallState.NotCalled))
            .OrderBy(list => list.MadeAt).Select(list => list.Id).Take(MaxTriggers).ToListAsync(cancellationToken);
        return [.. notices.Concat(calls).Select(id => id.ToString())];
    }

    private async Task<IReadOnlyList<Trigger>> EarthquakesAsync(int intensity, CancellationToken cancellationToken) =>
    [
        .. (await warnings.BoardAsync(clock.GetUtcNow(), TelegramStatus.Normal, cancellationToken))
            .Where(warning => warning.Phenomenon == "earthquake" && WarningScale.ByPhenomenon["earthquake"].GradeOf(warning) >= intensity)
            .GroupBy(warning => warning.Cause ?? warning.TelegramId.ToString(), StringComparer.Ordinal)
            .Select(@event => new Trigger(@event.Key, @event.Max(WarningScale.ByPhenomenon["earthquake"].GradeOf))).Take(MaxTriggers),
    ];

    private static async Task<IReadOnlyList<Trigger>> OfOneGradeAsync(Task<IReadOnlyList<string>> ids) => [.. (await ids).Select(id => new Trigger(id, 0))];

    private async Task<IReadOnlyList<string>> SilentAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - after;
        return
        [
            .. (await sources.JudgeAsync(db, cancellationToken)).Sources
                .Where(source => source.State != KnowledgeState.Known && source.HeardAt <= since)
                .Select(source => string.Create(CultureInfo.InvariantCulture, $"{source.Id} {source.HeardAt:yyyy-MM-ddTHH:mm:ssZ}")).Take(MaxTriggers),
        ];
    }

    private async Task<IReadOnlyList<string>> ReleasedAloneAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - CallOut.TooLate;
        return
        [
            .. (await db.Proposals.AsNoTracking().Where(proposal => proposal.BreakGlassReason != null && proposal.ReleasedAt > since)
                .OrderBy(proposal => proposal.ReleasedAt).Select(proposal => proposal.Id).Take(MaxTriggers).ToListAsync(cancellationToken)).Select(id => id.ToString()),
        ];
    }

    private async Task<IReadOnlyList<string>> HeldAsync(int level, CancellationToken cancellationToken)
    {
        var held = await db.Dispatches.AsNoTracking().Where(dispatch => dispatch.State == DispatchState.Held)
            .Select(dispatch => new { dispatch.DecisionId, dispatch.OrderId }).Distinct().Take(200).ToListAsync(cancellationToken);
        if (held.Count == 0)
        {
            return [];
        }

        var ids = held.Select(dispatch => dispatch.OrderId).ToList();
        var inForce = (await db.Orders.AsNoTracking().Where(order => ids.Contains(order.Id) && order.State == OrderState.Issued).ToListAsync(cancellationToken))
            .Where(order => (order.Measure.Level ?? 4) >= level).Select(order => order.Id).ToHashSet();
        return [.. held.Where(dispatch => inForce.Contains(dispatch.OrderId)).Select(dispatch => dispatch.DecisionId.ToString()).Distinct(StringComparer.Ordinal).Take(MaxTriggers)];
    }

    /// <summary>What would wake somebody.</summary>
    /// <param name="Id">Stable for one event.</param>
    /// <param name="Level">How grave it is; 0 when the rule knows no grades.</param>
    private sealed record Trigger(string Id, int Level);
}
