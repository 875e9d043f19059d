using System.Collections.Concurrent;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>The gates of every origin met so far, per channel.</summary>
public sealed class OriginGates(TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<(string Channel, string Origin), OriginGate> _gates = new();

    public OriginGate For(IChannel channel, string origin) =>
        _gates.GetOrAdd((channel.Name, origin), static (_, made) => new OriginGate(made.Concurrency, made.Clock), (Concurrency: channel.ConcurrencyPerOrigin, Clock: clock));

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
