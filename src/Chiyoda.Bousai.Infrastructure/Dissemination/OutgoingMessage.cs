using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>A message that passed the gateway. Nothing outside this assembly can make one (design rule 1).</summary>
public sealed class OutgoingMessage
{
    internal OutgoingMessage(Outgoing outgoing, ReadOnlyMemory<byte> payload)
    {
        Outgoing = outgoing;
        Payload = payload;
    }

    public Outgoing Outgoing { get; }

    public ReadOnlyMemory<byte> Payload { get; }
}
