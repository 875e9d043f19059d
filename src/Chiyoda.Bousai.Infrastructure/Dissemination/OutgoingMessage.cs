using Chiyoda.Bousai.Domain.Dissemination;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>A message that passed the gateway. Nothing outside this assembly can make one (design rule 1).</summary>
public sealed class OutgoingMessage
{
    internal OutgoingMessage(Release release, ReadOnlyMemory<byte> payload)
    {
        Release = release;
        Payload = payload;
    }

    public Release Release { get; }

    public ReadOnlyMemory<byte> Payload { get; }
}
