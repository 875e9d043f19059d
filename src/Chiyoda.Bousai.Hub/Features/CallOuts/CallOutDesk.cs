using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>The steps of a call-out: load, decide, commit. Messages are written with the step that wants them and sent after it.</summary>
internal sealed partial class CallOutDesk(
    BousaiDbContext db, WardPack pack, DutyRegister register, CallOutSender sender, TimeProvider clock, ILogger<CallOutDesk> logger)
{
    /// <summary>Begins a call-out and takes its first step, once for each event.</summary>
    public Task<bool> BeginAsync(CallOutRule rule, string trigger, int level, CancellationToken cancellationToken) => db.RepeatAsync(
        async () =>
        {
            if (await db.CallOuts.AnyAsync(row => row.RuleId == rule.Id && row.Trigger == trigger, cancellationToken))
            {
                return false;
            }

            var now = Now();
            var callOut = CallOut.Begin(Guid.CreateVersion7(now), rule, trigger, level, [.. pack.CallOut!.Turn.Where(post => ReachableOf(post).Any())], now);
            db.Add(callOut);
            await db.CommitAsync([new CallOutBegun(callOut, now), StepOf(callOut, now)], cancellationToken);
            Note(callOut);
            return true;
        },
        cancellationToken);

    /// <summary>A person musters the posts of the posture that is set up, once for each version of the activation.</summary>
    public Task<Outcome<CallOut>> MusterAsync(Guid incidentId, int version, Actor actor, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<CallOut>>(
        async () =>
        {
            if (await db.Incidents.FindAsync([incidentId], cancellationToken) is not { } incident)
            {
                return IncidentRefusals.Unknown;
            }

            if (incident.State != IncidentState.Active || incident.Version != version)
            {
                return incident.State != IncidentState.Active ? IncidentRefusals.Closed : IncidentRefusals.StaleVersion;
            }

            if (pack.CallOut?.Staffings.GetValueOrDefault(incident.Activation.Posture.Id) is not { } staffing)
            {
                return CallOutRefusals.NobodyToMuster;
            }

            var trigger = CallOut.TriggerOf(incidentId, version);
            if (await db.CallOuts.FirstOrDefaultAsync(row => row.RuleId == CallOut.Manual && row.Trigger == trigger, cancellationToken) is { } before)
            {
                return before;
            }

            var now = Now();
            var callOut = CallOut.ByHand(Guid.CreateVersion7(now), incidentId, version, staffing, actor.Name, now);
            db.Add(callOut);
            Muster(callOut, now);
            await db.CommitAsync([new StaffMustered(callOut, staffing, actor, now)], cancellationToken);
            return callOut;
        },
        cancellationToken);

    /// <summary>Takes the step that is due: the next post, or the alarm. One whose every message failed is not waited for.</summary>
    public Task<bool> StepAsync(Guid id, CancellationToken cancellationToken) => db.RepeatAsync(
        async () =>
        {
            var now = Now();
            if (await db.CallOuts.FindAsync([id], cancellationToken) is not { IsOpen: true, NextAt: not null } callOut || (!callOut.IsDue(now) && callOut.Called == 0))
            {
                return false;
            }

            if (!callOut.IsDue(now))
            {
                var post = callOut.Turn[callOut.Called - 1];
                var mayArrive = await db.CallOutMessages.AnyAsync(
                    message => message.CallOutId == id && message.Purpose == CallOutPurpose.Call && message.Round == callOut.Round && message.Post == post && message.State != CallOutDelivery.Failed, cancellationToken);
                if (mayArrive)
                {
                    return false;
                }

                callOut.HurryUp(now);
            }

            await db.CommitAsync([StepOf(callOut, now)], cancellationToken);
            Note(callOut);
            return true;
        },
        cancellationToken);

    /// <summary>Somebody answers, by the link of a post or on headquarters' page; the staffing level is mustered in the same act.</summary>
    public Task<Outcome<CallOut>> AnswerAsync(Guid id, string post, Actor actor, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<CallOut>>(
        async () =>
        {
            if (await db.CallOuts.FindAsync([id], cancellationToken) is not { } callOut)
            {
                return CallOutRefusals.Unknown;
            }

            var now = Now();
            if (!callOut.Answer(post, post.Length > 0 ? string.Empty : actor.Name, now).TryGet(out _, out var refusal))
            {
                return refusal;
            }

            Muster(callOut, now);
            await db.CommitAsync([new CallOutAnswered(callOut, post.Length > 0 ? NameOf(post) : actor.Name, actor, now)], cancellationToken);
            return callOut;
        },
        cancellationToken);

    public Task<Outcome<CallOut>> CloseAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<CallOut>>(
        async () =>
        {
            if (await db.CallOuts.FindAsync([id], cancellationToken) is not { } callOut)
            {
                return CallOutRefusals.Unknown;
            }

            if (!callOut.Close(version, reason).TryGet(out _, out var refusal))
            {
                return refusal;
            }

            await db.CommitAsync([new CallOutClosed(callOut, actor, Now())], cancellationToken);
            return callOut;
        },
        cancellationToken);

    /// <summary>A post says when it comes, or a person notes it.</summary>
    public Task<Outcome<Arrival>> ArriveAsync(Guid id, string post, ArrivalState state, TimeSpan? until, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<Arrival>>(
            async () =>
            {
                if (await db.Arrivals.SingleOrDefaultAsync(row => row.CallOutId == id && row.Post == post, cancellationToken) is not { } arrival)
                {
                    return CallOutRefusals.Unknown;
                }

                var now = Now();
                if (!arrival.Take(state, until, now).TryGet(out _, out var refusal))
                {
                    return refusal;
                }

                await db.CommitAsync([new ArrivalNoted(arrival, PostOf(post), actor, now)], cancellationToken);
                return arrival;
            },
            cancellationToken);

    public string NameOf(string post) => PostOf(post).Name;

    private DutyPost PostOf(string post) => pack.CallOut?.Posts.GetValueOrDefault(post) ?? new DutyPost(post, post);

    private Fact StepOf(CallOut callOut, DateTimeOffset now)
    {
        if (callOut.CallNext(pack.CallOut!.AnswerWithin, now) is not { } post)
        {
            return new CallOutUnanswered(callOut, now);
        }

        var contacts = ReachableOf(post).ToList();
        Write(callOut, CallOutPurpose.Call, post, contacts, now);
        return new PostCalled(callOut, PostOf(post), contacts.Count, now);
    }

    private void Muster(CallOut callOut, DateTimeOffset now)
    {
        if (callOut.StaffingId is not { } id || pack.CallOut?.Staffings.GetValueOrDefault(id) is not { } staffing)
        {
            return;
        }

        foreach (var post in staffing.Posts)
        {
            db.Add(Arrival.Ask(Guid.CreateVersion7(now), callOut.Id, post, now));
            Write(callOut, CallOutPurpose.Muster, post, ReachableOf(post), now);
        }
    }

    private void Write(CallOut callOut, CallOutPurpose purpose, string post, IEnumerable<DutyContact> contacts, DateTimeOffset now) =>
        db.AddRange(contacts.Select(contact => CallOutMessage.Write(Guid.CreateVersion7(now), callOut.Id, purpose, purpose == CallOutPurpose.Call ? callOut.Round : 0, post, contact.Key, now)));

    private IEnumerable<DutyContact> ReachableOf(string post) =>
        (register.Now().Contacts.GetValueOrDefault(post) ?? []).Where(contact => sender.ChannelFor(contact.Means) is not null);

    private void Note(CallOut callOut)
    {
        if (callOut.State == CallOutState.Unanswered)
        {
            Log.Unanswered(logger, callOut.Id, callOut.Turn.Count);
        }
    }

    private DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();

    private static partial class Log
    {
        [LoggerMessage(6100, LogLevel.Error, "Call-out {CallOutId} went through {Posts} posts and nobody answered: a person must be reached by other means now")]
        public static partial void Unanswered(ILogger logger, Guid callOutId, int posts);
    }
}
