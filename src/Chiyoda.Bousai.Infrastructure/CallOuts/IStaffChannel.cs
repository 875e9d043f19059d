using Chiyoda.Bousai.Infrastructure.Dissemination;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>A way to one member of staff. Only the <see cref="Gateway"/> makes the messages that it takes.</summary>
/// <remarks>Thread-safe. A failure of the world is a value, and its reason a code: never an address.</remarks>
public interface IStaffChannel
{
    /// <summary>Whether the deployment has connected it.</summary>
    bool IsConnected { get; }

    /// <summary>Whether it reaches contacts of a kind.</summary>
    bool Carries(DutyMeans means);

    /// <summary>Hands one message over.</summary>
    Task<DeliveryOutcome> SendAsync(StaffMessage message, DutyContact contact, CancellationToken cancellationToken);
}

/// <summary>A message that passed the gateway. Nothing outside this assembly can make one (design rule 1).</summary>
public sealed class StaffMessage
{
    internal StaffMessage(Guid id, string subject, string body, DateTimeOffset madeAt)
    {
        Id = id;
        Subject = subject;
        Body = body;
        MadeAt = madeAt;
    }

    /// <summary>The same when it is sent again.</summary>
    public Guid Id { get; }

    public string Subject { get; }

    public string Body { get; }

    public DateTimeOffset MadeAt { get; }
}
