using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Incidents;

/// <summary>The acts that staff record: 設置, 体制の変更, 解散, and the answer to a suggestion.</summary>
internal sealed class IncidentDesk(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    public Task<Outcome<Incident>> OpenAsync(string name, DateTimeOffset beganAt, ActivationNote note, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<Incident>>(
            async () =>
            {
                if (await db.Incidents.AnyAsync(incident => incident.State == IncidentState.Active, cancellationToken))
                {
                    return IncidentRefusals.AlreadyActive;
                }

                var now = Now();
                if (!Activate(note, pack.Incidents.Find(note.Posture), actor, now).TryGet(out var activation, out var refusal)
                    || !Incident.Open(Guid.CreateVersion7(now), name, beganAt, activation).TryGet(out var incident, out refusal))
                {
                    return refusal;
                }

                db.Add(incident);
                await db.CommitAsync([new IncidentOpened(incident, actor, activation.At), .. await TakeAsync(activation.Posture, actor, now, cancellationToken)], cancellationToken);
                return incident;
            },
            cancellationToken);

    public Task<Outcome<Incident>> ChangeAsync(Guid id, int version, string name, ActivationNote note, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(
            id, note, actor,
            (incident, activation, _) => Task.FromResult(incident.Change(version, name, activation)),
            async (incident, now) => [new IncidentChanged(incident, actor, incident.Activation.At), .. await TakeAsync(incident.Activation.Posture, actor, now, cancellationToken)],
            cancellationToken);

    /// <summary>解散: what was drafted in it dies with it (design §6), orders in force stay.</summary>
    public Task<Outcome<Incident>> CloseAsync(Guid id, int version, ActivationNote note, bool isAware, Actor actor, CancellationToken cancellationToken) =>
        ActAsync(
            id, note, actor,
            async (incident, activation, _) => incident.Close(
                version, activation, await db.Orders.CountAsync(order => order.State == OrderState.Issued, cancellationToken), isAware),
            async (incident, now) => [.. await DiscardDraftsAsync(now, cancellationToken), new IncidentClosed(incident, actor, incident.EndedAt!.Value)],
            cancellationToken);

    public Task<Outcome<ActivationSuggestion>> DismissAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<ActivationSuggestion>>(
            async () =>
            {
                if (await db.ActivationSuggestions.FindAsync([id], cancellationToken) is not { } suggestion)
                {
                    return IncidentRefusals.Unknown;
                }

                if (suggestion.Dismiss(version, reason).TryGet(out _, out var refusal))
                {
                    await db.CommitAsync([new ActivationSuggested(suggestion, actor, Now())], cancellationToken);
                    return suggestion;
                }

                return refusal;
            },
            cancellationToken);

    private Task<Outcome<Incident>> ActAsync(
        Guid id, ActivationNote note, Actor actor, Func<Incident, Activation, DateTimeOffset, Task<Outcome<Incident>>> act,
        Func<Incident, DateTimeOffset, Task<IReadOnlyList<Fact>>> facts, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<Incident>>(
            async () =>
            {
                if (await db.Incidents.FindAsync([id], cancellationToken) is not { } incident)
                {
                    return IncidentRefusals.Unknown;
                }

                var now = Now();
                if (!Activate(note, note.Posture is null ? incident.Activation.Posture : pack.Incidents.Find(note.Posture), actor, now).TryGet(out var activation, out var refusal)
                    || !(await act(incident, activation, now)).TryGet(out _, out refusal))
                {
                    return refusal;
                }

                await db.CommitAsync(await facts(incident, now), cancellationToken);
                return incident;
            },
            cancellationToken);

    /// <summary>A 解散 keeps the posture that held, though the plan may not have it any more.</summary>
    private Outcome<Activation> Activate(ActivationNote note, Posture? posture, Actor actor, DateTimeOffset now)
    {
        if (posture is null)
        {
            return IncidentRefusals.UnknownPosture;
        }

        if (pack.Authorities.FirstOrDefault(candidate => candidate.Id == note.AuthorityId) is not { } authority)
        {
            return IncidentRefusals.UnknownAuthority;
        }

        var person = actor.PersonId ?? throw new InvalidOperationException("Only a person sets headquarters up.");
        return new Activation(posture, authority.Id, authority.Office, authority.Holder, note.Reason.Trim(), note.At.ToMicroseconds(), person, now);
    }

    /// <summary>What a posture answers: suggestions of it and of weaker ones.</summary>
    private async Task<IReadOnlyList<Fact>> TakeAsync(Posture posture, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = new List<Fact>();
        foreach (var suggestion in await db.ActivationSuggestions.Where(row => row.State == SuggestionState.Open).ToListAsync(cancellationToken))
        {
            if (pack.Incidents.Find(suggestion.PostureId) is { } suggested && suggested.Rank <= posture.Rank)
            {
                suggestion.Take();
                facts.Add(new ActivationSuggested(suggestion, actor, now));
            }
        }

        return facts;
    }

    /// <summary>What was to be issued and is not out ends with the incident, also when it was decided; what changes an order in force does not.</summary>
    private async Task<IReadOnlyList<Fact>> DiscardDraftsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Reason = "災害対応が終わったため";
        var facts = new List<Fact>();
        foreach (var proposal in (await db.Proposals
            .Where(row => row.State == ProposalState.Draft || row.State == ProposalState.Returned || row.State == ProposalState.Submitted || row.State == ProposalState.Decided)
            .ToListAsync(cancellationToken)).Where(row => row.Act == Act.Issue || row.State is ProposalState.Draft or ProposalState.Returned))
        {
            if (proposal.State is ProposalState.Submitted or ProposalState.Decided && proposal.Return(proposal.Version, Reason).TryGet(out var returned, out _))
            {
                facts.Add(new Returned(returned, Actor.Hub, now));
            }

            if (proposal.Discard(proposal.Version, Reason).TryGet(out var discarded, out _))
            {
                facts.Add(new Discarded(discarded, Actor.Hub, now));
            }
        }

        foreach (var edition in await db.NoticeEditions
            .Where(row => row.State == NoticeEditionState.Draft || (row.State == NoticeEditionState.Returned && row.Act == NoticeAct.Issue)).ToListAsync(cancellationToken))
        {
            if (edition.Discard(edition.Version, Reason, now).TryGet(out var discarded, out _))
            {
                facts.Add(new NoticeDiscarded(discarded, Actor.Hub, now));
            }
        }

        return facts;
    }

    private DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();
}

/// <summary>What staff write down of a decision on 設置, 変更 or 解散.</summary>
/// <param name="Posture">Id of the posture; at a 解散 it is left out.</param>
/// <param name="AuthorityId">Who decided, from <c>roles.json</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">From when it holds.</param>
internal sealed record ActivationNote(string? Posture, string AuthorityId, string Reason, DateTimeOffset At);
