using Chiyoda.Bousai.Hub.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Chiyoda.Bousai.Hub.Live;

/// <summary>What a client hears: a hint to fetch, never the truth itself.</summary>
public interface ILiveClient
{
    Task Ring(LiveRing ring);
}

/// <param name="Kind">Kind of the newest entry.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Previous">The entry visible to this face that was rung before; a client whose cursor is lower has a gap.</param>
public sealed record LiveRing(string Kind, long Sequence, long Previous);

/// <summary>The doorbell of the public face.</summary>
[AllowAnonymous]
internal sealed class PublicLiveHub(LivePresence presence) : Hub<ILiveClient>
{
    public override Task OnConnectedAsync()
    {
        presence.Came();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        presence.Went();
        return Task.CompletedTask;
    }
}

/// <summary>The doorbell of headquarters.</summary>
[Authorize(Policy = Policies.Viewer)]
internal sealed class StaffLiveHub : Hub<ILiveClient>;
