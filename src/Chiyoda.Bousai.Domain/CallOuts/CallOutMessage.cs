namespace Chiyoda.Bousai.Domain.CallOuts;

/// <summary>
/// One message of a call-out to one contact of one post. Its key is unique (design rule 12): a step that is repeated makes no second one. The
/// address is not in it; it is read from the duty list when it is sent.
/// </summary>
public sealed class CallOutMessage
{
    private CallOutMessage()
    {
    }

    /// <summary>Identity; the receiver knows a repeated message by it.</summary>
    public Guid Id { get; private set; }

    /// <summary>The call-out.</summary>
    public Guid CallOutId { get; private set; }

    /// <summary>What it is for.</summary>
    public CallOutPurpose Purpose { get; private set; }

    /// <summary>The time through the list; 0 for a muster.</summary>
    public int Round { get; private set; }

    /// <summary>Id of the post.</summary>
    public string Post { get; private set; } = string.Empty;

    /// <summary>Means and number of the contact in the duty list of the post, for example <c>sms-1</c>.</summary>
    public string Contact { get; private set; } = string.Empty;

    /// <summary>What became of it.</summary>
    public CallOutDelivery State { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>While it is being sent: until when nobody else takes it. While it waits: not before. </summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the carrier took it; <see langword="null"/> before.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why the last try failed, as a code; empty when it did not.</summary>
    public string Error { get; private set; } = string.Empty;

    /// <summary>Writes one.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="callOutId">The call-out.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="round">The time through the list; 0 for a muster.</param>
    /// <param name="post">Id of the post.</param>
    /// <param name="contact">Contact of the post.</param>
    /// <param name="at">Now.</param>
    /// <returns>A message that waits.</returns>
    public static CallOutMessage Write(Guid id, Guid callOutId, CallOutPurpose purpose, int round, string post, string contact, DateTimeOffset at) => new()
    {
        Id = id,
        CallOutId = callOutId,
        Purpose = purpose,
        Round = round,
        Post = post,
        Contact = contact,
        State = CallOutDelivery.Waiting,
        NotBefore = at,
        MadeAt = at,
    };
}

/// <summary>What a message is for.</summary>
public enum CallOutPurpose
{
    /// <summary>To a post in its turn: answer.</summary>
    Call,

    /// <summary>To a post of the staffing level: come, and say when.</summary>
    Muster,
}

/// <summary>What became of a message.</summary>
public enum CallOutDelivery
{
    /// <summary>送信待ち.</summary>
    Waiting,

    /// <summary>送信中: some process has it.</summary>
    Sending,

    /// <summary>送信済: the carrier took it.</summary>
    Sent,

    /// <summary>送信できず: given up.</summary>
    Failed,

    /// <summary>不要: somebody had answered before it went out.</summary>
    Dropped,
}
