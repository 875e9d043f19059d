using System.Globalization;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
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

    /// <summary>Begins what has to begin. A rule that is calling, or that somebody answered a short while ago, wakes nobody again.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var rule in pack.CallOut!.Rules)
        {
            var triggers = await TriggersAsync(rule, cancellationToken);
            if (triggers.Count == 0)
            {
                continue;
            }

            var quietSince = clock.GetUtcNow() - options.Value.QuietAfterAnswer;
            if (await db.CallOuts.AnyAsync(
                callOut => callOut.RuleId == rule.Id && (callOut.State == CallOutState.Calling || callOut.State == CallOutState.Unanswered || callOut.AnsweredAt > quietSince), cancellationToken))
            {
                continue;
            }

            var known = await db.CallOuts.AsNoTracking().Where(callOut => callOut.RuleId == rule.Id && triggers.Contains(callOut.Trigger))
                .Select(callOut => callOut.Trigger).ToListAsync(cancellationToken);
            if (triggers.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } news)
            {
                await desk.BeginAsync(rule, news, cancellationToken);
            }
        }
    }

    private Task<IReadOnlyList<string>> TriggersAsync(CallOutRule rule, CancellationToken cancellationToken) => rule.On switch
    {
        CallOutCause.Proposal => ProposalsAsync(rule.AtLeastLevel!.Value, cancellationToken),
        CallOutCause.SeismicIntensity => EarthquakesAsync(rule.AtLeastIntensity!.Value, cancellationToken),
        CallOutCause.SourceSilent => SilentAsync(rule.After, cancellationToken),
        CallOutCause.HeldDispatch => HeldAsync(rule.AtLeastLevel!.Value, cancellationToken),
        CallOutCause.ReleasedAlone => ReleasedAloneAsync(cancellationToken),
        _ => throw new InvalidOperationException($"Nothing looks for {rule.On}."),
    };

    /// <summary>What a criterion proposed and nobody has submitted: somebody who submits is awake.</summary>
    private async Task<IReadOnlyList<string>> ProposalsAsync(int level, CancellationToken cancellationToken) =>
    [
        .. (await db.Proposals.AsNoTracking().Where(proposal => proposal.State == ProposalState.Draft && proposal.Act == Act.Issue)
            .OrderBy(proposal => proposal.CreatedAt).Take(200).ToListAsync(cancellationToken))
            .Where(proposal => proposal.Evidence.Count > 0 && (proposal.Measure.Level ?? 4) >= level).Select(proposal => proposal.Id.ToString()).Take(MaxTriggers),
    ];

    private async Task<IReadOnlyList<string>> EarthquakesAsync(int intensity, CancellationToken cancellationToken) =>
    [
        .. (await warnings.BoardAsync(clock.GetUtcNow(), TelegramStatus.Normal, cancellationToken))
            .Where(warning => warning.Phenomenon == "earthquake" && RelayScale.ByPhenomenon["earthquake"].GradeOf(warning) >= intensity)
            .Select(warning => warning.Cause ?? warning.TelegramId.ToString()).Distinct(StringComparer.Ordinal).Take(MaxTriggers),
    ];

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
}
