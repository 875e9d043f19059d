using Chiyoda.Bousai.Domain.CallOuts;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// A message to one address of the ward's own staff, in fixed sentences without hazard text (design §5.1). It needs no decision, and it cannot be
/// made but for a call-out that waits for an answer, or that somebody answered and that musters.
/// </summary>
public sealed record Personal : Outgoing
{
    private Personal(CallOut callOut, CallOutMessage message)
        : base(message.Id, callOut.Id, [], message.MadeAt)
    {
        CallOutId = callOut.Id;
        Purpose = message.Purpose;
        Post = message.Post;
        Contact = message.Contact;
    }

    /// <summary>The call-out.</summary>
    public Guid CallOutId { get; }

    /// <summary>What the message is for.</summary>
    public CallOutPurpose Purpose { get; }

    /// <summary>Id of the post.</summary>
    public string Post { get; }

    /// <summary>Contact of the post.</summary>
    public string Contact { get; }

    /// <inheritdoc/>
    private protected override bool IsUrgent => true;

    /// <summary>Takes a message out of a call-out.</summary>
    /// <param name="callOut">The call-out.</param>
    /// <param name="message">A message of it.</param>
    /// <returns>What may leave the house.</returns>
    /// <exception cref="InvalidOperationException">The message belongs to another, or is not wanted any more.</exception>
    public static Personal Of(CallOut callOut, CallOutMessage message)
    {
        ArgumentNullException.ThrowIfNull(callOut);
        ArgumentNullException.ThrowIfNull(message);
        return message.CallOutId == callOut.Id && IsWanted(callOut, message)
            ? new Personal(callOut, message)
            : throw new InvalidOperationException("Only a message that its call-out wants leaves the house.");
    }

    /// <summary>Whether a call-out still wants a message said: nobody is woken after somebody answered.</summary>
    /// <param name="callOut">The call-out.</param>
    /// <param name="message">A message of it.</param>
    /// <returns>The answer.</returns>
    public static bool IsWanted(CallOut callOut, CallOutMessage message)
    {
        ArgumentNullException.ThrowIfNull(callOut);
        ArgumentNullException.ThrowIfNull(message);
        return message.Purpose == CallOutPurpose.Call ? callOut.IsOpen : callOut.State == CallOutState.Answered;
    }
}
