using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>A call-out as staff read it: posts and outcomes, no address.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">Named by a step that ends it.</param>
/// <param name="Rule">The rule that set it off.</param>
/// <param name="Reason">Why somebody is woken.</param>
/// <param name="State">Where it stands.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="Round">The time through the list, from 1.</param>
/// <param name="NextAt">When the next post is called; null once nobody is waited for.</param>
/// <param name="AnsweredBy">Post or person; null before.</param>
/// <param name="AnsweredAt">When; null before.</param>
/// <param name="ExhaustedAt">When the list was through without an answer; null when it was not.</param>
/// <param name="Note">Why it was ended without an answer; empty otherwise.</param>
/// <param name="Turn">The posts in turn.</param>
/// <param name="Arrivals">The posts of the staffing level; empty before somebody answered.</param>
public sealed record CallOutView(
    Guid Id, int Version, string Rule, string Reason, CallOutState State, DateTimeOffset BegunAt, int Round, DateTimeOffset? NextAt, string? AnsweredBy, DateTimeOffset? AnsweredAt,
    DateTimeOffset? ExhaustedAt, string Note, IReadOnlyList<CalledPost> Turn, IReadOnlyList<ArrivalView> Arrivals)
{
    /// <summary>Open ones first, then the newest.</summary>
    internal static async Task<IReadOnlyList<CallOutView>> ReadAsync(BousaiDbContext db, CallOutDesk desk, int take, CancellationToken cancellationToken)
    {
        var callOuts = await db.CallOuts.AsNoTracking()
            .OrderByDescending(callOut => callOut.State == CallOutState.Unanswered ? 2 : callOut.State == CallOutState.Calling ? 1 : 0)
            .ThenByDescending(callOut => callOut.BegunAt).Take(take).ToListAsync(cancellationToken);
        var ids = callOuts.Select(callOut => callOut.Id).ToList();
        var messages = (await db.CallOutMessages.AsNoTracking().Where(message => ids.Contains(message.CallOutId) && message.Purpose == CallOutPurpose.Call)
            .OrderBy(message => message.Id).ToListAsync(cancellationToken)).ToLookup(message => (message.CallOutId, message.Post));
        var arrivals = (await db.Arrivals.AsNoTracking().Where(arrival => ids.Contains(arrival.CallOutId)).OrderBy(arrival => arrival.Id).ToListAsync(cancellationToken))
            .ToLookup(arrival => arrival.CallOutId);
        return [.. callOuts.Select(callOut => Of(callOut, messages, arrivals[callOut.Id], desk))];
    }

    private static CallOutView Of(CallOut callOut, ILookup<(Guid CallOutId, string Post), CallOutMessage> messages, IEnumerable<Arrival> arrivals, CallOutDesk desk) => new(
        callOut.Id, callOut.Version, callOut.RuleId, callOut.Reason, callOut.State, callOut.BegunAt, callOut.Round, callOut.NextAt,
        callOut.AnsweredAt is null ? null : callOut.AnsweredPost.Length > 0 ? desk.NameOf(callOut.AnsweredPost) : callOut.AnsweredBy,
        callOut.AnsweredAt, callOut.ExhaustedAt, callOut.Note,
        [
            .. callOut.Turn.Select((post, index) => new CalledPost(
                post, desk.NameOf(post), index < callOut.Called,
                [.. messages[(callOut.Id, post)].Select(message => new CalledContact(message.Contact, message.State, message.Tries, message.SentAt, message.Error))])),
        ],
        [.. arrivals.Select(arrival => new ArrivalView(arrival.Post, desk.NameOf(arrival.Post), arrival.State, arrival.ExpectedAt, arrival.NotedAt))]);
}

/// <summary>A post in its turn.</summary>
/// <param name="Post">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsCalled">Whether its turn has come.</param>
/// <param name="Contacts">What was sent to it.</param>
public sealed record CalledPost(string Post, string Name, bool IsCalled, IReadOnlyList<CalledContact> Contacts);

/// <summary>A message to one contact.</summary>
/// <param name="Contact">Means and number within the post, never the address.</param>
/// <param name="State">What became of it.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="SentAt">When the carrier took it; null before.</param>
/// <param name="Error">Why the last try failed; empty when it did not.</param>
public sealed record CalledContact(string Contact, CallOutDelivery State, int Tries, DateTimeOffset? SentAt, string Error);

/// <summary>A post that is mustered.</summary>
/// <param name="Post">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">What is known.</param>
/// <param name="ExpectedAt">When it is expected; null when it has not said, or cannot come.</param>
/// <param name="NotedAt">When that was noted.</param>
public sealed record ArrivalView(string Post, string Name, ArrivalState State, DateTimeOffset? ExpectedAt, DateTimeOffset NotedAt);
