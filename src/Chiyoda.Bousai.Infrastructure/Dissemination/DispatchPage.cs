namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Up to 500 recipients of a dispatch, frozen; worked on by one worker at a time.</summary>
public sealed class DispatchPage
{
    public const int MaxRecipients = 500;

    private DispatchPage()
    {
    }

    /// <param name="dispatchId">The dispatch.</param>
    /// <param name="number">From 1.</param>
    /// <param name="keys">Subscription keys in ascending order; none for a channel whose recipients have no name.</param>
    /// <param name="recipients">How many they are.</param>
    public DispatchPage(Guid dispatchId, int number, IReadOnlyList<long> keys, int recipients)
    {
        DispatchId = dispatchId;
        Number = number;
        Keys = RecipientKeys.Pack(keys);
        FirstKey = keys.Count > 0 ? keys[0] : 0;
        LastKey = keys.Count > 0 ? keys[^1] : 0;
        Recipients = recipients;
        Delivery = new byte[recipients];
        Receipts = new byte[recipients];
    }

    public Guid DispatchId { get; private set; }

    /// <summary>From 1; unique within the dispatch.</summary>
    public int Number { get; private set; }

    /// <summary>Subscription keys, 64 bit little-endian each, in ascending order.</summary>
    public byte[] Keys { get; private set; } = [];

    /// <summary>The lowest key; 0 without keys.</summary>
    public long FirstKey { get; private set; }

    /// <summary>The highest key; 0 without keys.</summary>
    public long LastKey { get; private set; }

    public int Recipients { get; private set; }

    /// <summary>One <see cref="DeliveryMark"/> per recipient; written only by the holder of the lease.</summary>
    public byte[] Delivery { get; set; } = [];

    /// <summary>One <see cref="ReceiptMarks"/> per recipient; only ever added to.</summary>
    public byte[] Receipts { get; set; } = [];

    public bool IsDone { get; set; }

    /// <summary>Grows with every claim; a writer with an older number writes nothing.</summary>
    public long Fence { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }
}

/// <summary>What became of one message.</summary>
public enum DeliveryMark : byte
{
    /// <summary>Not tried, or to be tried again.</summary>
    Pending = 0,

    /// <summary>The push service took it.</summary>
    Accepted = 1,

    /// <summary>The device is not there any more.</summary>
    Gone = 2,

    /// <summary>The push service asked to wait and the message's time ran out.</summary>
    Throttled = 3,

    /// <summary>The push service refused it.</summary>
    Rejected = 4,

    /// <summary>The push service could not be reached in the message's time.</summary>
    Unreachable = 5,

    /// <summary>A newer decision came first.</summary>
    Superseded = 6,
}

/// <summary>What a device reported.</summary>
[Flags]
public enum ReceiptMarks
{
    None = 0,

    /// <summary>The notification was shown.</summary>
    Shown = 1,

    /// <summary>It was opened.</summary>
    Opened = 2,

    /// <summary>「読みました」 was pressed.</summary>
    Confirmed = 4,
}
