using Chiyoda.Bousai.Domain.Common;
using Microsoft.AspNetCore.SignalR;

namespace Chiyoda.Bousai.Hub.Live;

/// <summary>Rings the browsers of this node, each face at most four times a second, the newest entry only.</summary>
internal sealed class LiveRinger(IHubContext<PublicLiveHub, ILiveClient> everybody, IHubContext<StaffLiveHub, ILiveClient> staff, TimeProvider clock)
    : IChronologyListener
{
    private readonly Face _public = new(clock);

    private readonly Face _staff = new(clock);

    public Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken)
    {
        _public.Begin(lastPublic);
        _staff.Begin(last);
        return Task.CompletedTask;
    }

    public async Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken)
    {
        await _staff.RingAsync(entries.LastOrDefault(entry => entry.Visibility != Visibility.Restricted), staff.Clients.All, cancellationToken);
        await _public.RingAsync(entries.LastOrDefault(entry => entry.Visibility == Visibility.Public), everybody.Clients.All, cancellationToken);
    }

    private sealed class Face(TimeProvider clock)
    {
        private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(250);

        private long _previous;
        private long _rungAt;

        public void Begin(long sequence) => _previous = sequence;

        public async Task RingAsync(FollowedEntry? entry, ILiveClient clients, CancellationToken cancellationToken)
        {
            if (entry is null)
            {
                return;
            }

            // Waiting here lets what comes meanwhile fall together: the follower reads it as one batch afterwards.
            var wait = Gap - clock.GetElapsedTime(_rungAt);
            if (_rungAt != 0 && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            await clients.Ring(new LiveRing(entry.Kind, entry.Sequence, _previous));
            _previous = entry.Sequence;
            _rungAt = clock.GetTimestamp();
        }
    }
}
