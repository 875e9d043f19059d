using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Relays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// The one way out of the house (design rule 1). It takes what is released and nothing else, looks again whether that is in the
/// database, marks exercise texts, and reads back what it is about to hand over before the first recipient gets it.
/// </summary>
public sealed partial class Gateway(
    IServiceScopeFactory scopes, OrderTexts texts, RelayTexts relayTexts, CallOutTexts callOutTexts, HubMode mode, TimeProvider clock, ILogger<Gateway> logger)
{
    /// <summary>Opens every title of an exercise; nobody else writes it (design rule 3).</summary>
    public const string ExerciseMark = "【訓練】";

    /// <summary>Closes a body of an exercise whose translation nobody has checked; live never sends one (design rule 4).</summary>
    public const string UncheckedMark = "〔訳文未確認 unchecked〕";

    private static readonly TimeSpan EchoTarget = TimeSpan.FromMilliseconds(500);

    /// <summary>Opens the way for one page of recipients.</summary>
    /// <param name="outgoing">What was decided and released.</param>
    /// <param name="channel">The way out.</param>
    /// <param name="page">The dispatch's page that is to be sent, and who stands on it.</param>
    /// <param name="languages">The languages that they read.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    /// <returns>A passage, or why there is none.</returns>
    public async Task<GatewayAnswer> OpenAsync(
        Outgoing outgoing, IChannel channel, PageClaim page, IReadOnlySet<string> languages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        if (!await IsReleasedAsync(db, outgoing, cancellationToken))
        {
            Log.OrphanRefused(logger, outgoing.MessageId, channel.Name);
            await db.CommitAsync(
                [new OrphanSendRefused(outgoing.MessageId, outgoing.TopicId, channel.Name, clock.GetUtcNow().ToMicroseconds())], cancellationToken);
            return GatewayAnswer.Refuse("決裁と発信の記録が確かめられません");
        }

        if (outgoing is OrderRelease order && texts.FindProblem(order) is { } problem)
        {
            return GatewayAnswer.Refuse(problem);
        }

        var inForce = outgoing is OrderRelease ended && ended.Act.Ends()
            ? await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued).ToListAsync(cancellationToken)
            : [];
        var messages = new Dictionary<string, OutgoingMessage>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            if (Render(outgoing, channel, language, inForce) is not { } payload)
            {
                return GatewayAnswer.Refuse($"文面がこの配信手段の上限に収まりません（{language}）");
            }

            messages[language] = new OutgoingMessage(outgoing, payload);
        }

        var started = clock.GetTimestamp();
        var difference = await AreaEcho.FindDifferenceAsync(db, outgoing, channel, page, messages.Values, mode, cancellationToken);
        if (clock.GetElapsedTime(started) is var took && took > EchoTarget)
        {
            Log.EchoSlow(logger, page.DispatchId, took.TotalMilliseconds);
        }

        if (difference is not null)
        {
            Log.EchoDiffers(logger, page.DispatchId, page.Number, difference);
            return GatewayAnswer.Refuse($"区域照合: {difference}");
        }

        return GatewayAnswer.Pass(new Passage(channel, messages));
    }

    /// <summary>Says one thing to one member of staff. Nobody decided on it, so it is looked up that a call-out wants it said, and by whom.</summary>
    /// <param name="personal">What the call-out wants said.</param>
    /// <param name="channel">The way out.</param>
    /// <param name="contact">Where; one of the contacts of the post.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>What became of it; rejected with an alarm when no call-out wants it, or as <c>defect</c> when its channel broke.</returns>
    public async Task<DeliveryOutcome> SayAsync(Personal personal, IStaffChannel channel, DutyContact contact, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var message = await db.CallOutMessages.AsNoTracking().SingleOrDefaultAsync(row => row.Id == personal.MessageId && row.CallOutId == personal.CallOutId, cancellationToken);
        var callOut = await db.CallOuts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == personal.CallOutId, cancellationToken);
        if (message is not { State: CallOutDelivery.Sending } || callOut is null || contact.Key != message.Contact)
        {
            Log.OrphanRefused(logger, personal.MessageId, contact.Means.ToString());
            await db.CommitAsync([new OrphanSendRefused(personal.MessageId, personal.TopicId, contact.Means.ToString(), clock.GetUtcNow().ToMicroseconds())], cancellationToken);
            return new DeliveryOutcome(DeliveryMark.Rejected, Reason: "orphan");
        }

        try
        {
            var (subject, body) = callOutTexts.Render(personal, callOut);
            return await channel.SendAsync(
                new StaffMessage(personal.MessageId, mode == HubMode.Exercise ? ExerciseMark + subject : subject, body, personal.StatedAt), contact, cancellationToken);
        }
        catch (Exception defect) when (!cancellationToken.IsCancellationRequested)
        {
            // It would fail at the next try too. Its type alone is logged, since its words may hold the address.
            Log.StaffChannelBroke(logger, personal.MessageId, contact.Key, defect.GetType().Name);
            return new DeliveryOutcome(DeliveryMark.Rejected, Reason: "defect");
        }
    }

    private ReadOnlyMemory<byte>? Render(Outgoing outgoing, IChannel channel, string language, IReadOnlyList<Order> inForce)
    {
        var text = outgoing switch
        {
            OrderRelease release => texts.Render(release, language, inForce),
            StandingRelease relay => relayTexts.Render(relay, language),
            NoticeRelease notice => notice.Say(language),
            _ => throw new InvalidOperationException($"Nothing puts {outgoing.GetType().Name} into words."),
        };
        return channel.Render(outgoing, mode == HubMode.Exercise ? texts.MarkedAsExercise(text) : text);
    }

    /// <summary>What is in the database counts, not what somebody holds in memory.</summary>
    private static Task<bool> IsReleasedAsync(BousaiDbContext db, Outgoing outgoing, CancellationToken cancellationToken) => outgoing switch
    {
        OrderRelease release => IsReleasedAsync(db, release, cancellationToken),
        StandingRelease relay => IsReleasedAsync(db, relay, cancellationToken),
        NoticeRelease notice => IsReleasedAsync(db, notice, cancellationToken),
        _ => Task.FromResult(false),
    };

    private static async Task<bool> IsReleasedAsync(BousaiDbContext db, StandingRelease release, CancellationToken cancellationToken)
    {
        var rule = await db.StandingRules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == release.StandingRuleId, cancellationToken);
        return rule is { MayTell: true }
            && rule.Hash == release.Rule.Version
            && await db.Relays.AnyAsync(
                relay => relay.Id == release.MessageId && relay.StandingRuleId == rule.Id && relay.State == RelayState.Told, cancellationToken);
    }

    private static async Task<bool> IsReleasedAsync(BousaiDbContext db, NoticeRelease release, CancellationToken cancellationToken)
    {
        var edition = await db.NoticeEditions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == release.DecisionId, cancellationToken);
        return edition is { State: NoticeEditionState.Released, SubmitterId: { } submitter, ReleaserId: { } releaser }
            && submitter != releaser
            && edition.Act == release.Act
            && edition.NoticeId == release.NoticeId
            && await db.Notices.AnyAsync(notice => notice.Id == release.NoticeId && notice.Version >= release.NoticeVersion, cancellationToken);
    }

    private static async Task<bool> IsReleasedAsync(BousaiDbContext db, OrderRelease release, CancellationToken cancellationToken)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == release.ProposalId, cancellationToken);
        return proposal is { State: ProposalState.Released, Decision: { } decision, SubmitterId: { } submitter }
            && decision.Id == release.DecisionId
            && (proposal.ReleaserId is { } releaser ? submitter != releaser : proposal.IsBreakGlass)
            && proposal.Act == release.Act
            && await db.Orders.AnyAsync(order => order.Id == release.OrderId && order.Version >= release.OrderVersion, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(6010, LogLevel.Error, "Refused to hand decision {DecisionId} to {Channel}: it is not in the database as decided and released")]
        public static partial void OrphanRefused(ILogger logger, Guid decisionId, string channel);

        [LoggerMessage(6011, LogLevel.Error, "Page {Page} of dispatch {DispatchId} was not sent: what was made differs from what was decided: {Difference}")]
        public static partial void EchoDiffers(ILogger logger, Guid dispatchId, int page, string difference);

        [LoggerMessage(6012, LogLevel.Warning, "Reading back dispatch {DispatchId} took {Milliseconds} ms")]
        public static partial void EchoSlow(ILogger logger, Guid dispatchId, double milliseconds);

        [LoggerMessage(6013, LogLevel.Error, "Message {MessageId} of a call-out was not sent: the channel to {Contact} broke with {Exception}")]
        public static partial void StaffChannelBroke(ILogger logger, Guid messageId, string contact, string exception);
    }
}
