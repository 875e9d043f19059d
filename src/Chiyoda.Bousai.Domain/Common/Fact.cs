namespace Chiyoda.Bousai.Domain.Common;

/// <summary>
/// Something that happened, in the words of the capability that decided it. A use case ends by committing its facts;
/// each becomes one entry of the chronology, in the order given.
/// </summary>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When it happened: in nature, at the issuer, or on our screen.</param>
public abstract record Fact(Actor Actor, DateTimeOffset OccurredAt)
{
    /// <summary>Stable kind, <c>capability.past-tense</c>, for example <c>evacuation.order-issued</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is about; the situation shows the last entry of each subject.</summary>
    public abstract Guid SubjectId { get; }

    /// <summary>One Japanese line for the board.</summary>
    public abstract string Summary { get; }

    /// <summary>The subject as it is after this fact, whole; it is written as JSON into the payload.</summary>
    public abstract object AfterImage { get; }

    /// <summary>When this hub received it; <see langword="null"/> when it was made here.</summary>
    public virtual DateTimeOffset? ReceivedAt => null;

    /// <summary>Who may read the entry.</summary>
    public virtual Visibility Visibility => Visibility.Staff;

    /// <summary>The sequence of the entry that this one corrects, or <see langword="null"/>.</summary>
    public virtual long? Corrects => null;
}

/// <summary>Who may read an entry of the chronology.</summary>
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Headquarters staff.</summary>
    Staff,

    /// <summary>Those whose task needs it.</summary>
    Restricted,
}
