using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>Somebody told people by a way out that this hub does not serve: read it out, or typed it into a system elsewhere.</summary>
/// <param name="Entry">What was told.</param>
/// <param name="Name">Name of the channel as staff read it.</param>
/// <param name="Actor">Who.</param>
/// <param name="OccurredAt">When it was noted.</param>
public sealed record EnteredByHand(HandEntry Entry, string Name, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <summary>The kind of the entry.</summary>
    public const string EntryKind = "dissemination.entered-by-hand";

    /// <inheritdoc/>
    public override string Kind => EntryKind;

    /// <inheritdoc/>
    public override Guid SubjectId => Entry.Subject;

    /// <inheritdoc/>
    public override object AfterImage => Entry;

    /// <inheritdoc/>
    public override string Summary => $"手で入力・放送: {Name}（{Entry.Title}）";
}

/// <summary>What was told by hand, whole: a template that changes later does not change what was said.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="TopicId">The order or notice that people were told about.</param>
/// <param name="DecisionId">The decision that was released.</param>
/// <param name="Title">What it is about, in one line.</param>
/// <param name="Texts">The words as they stood to be copied, the languages in the order of the page.</param>
public sealed record HandEntry(string Channel, Guid TopicId, Guid DecisionId, string Title, IReadOnlyList<string> Texts)
{
    /// <summary>Under what the chronology keeps it.</summary>
    public Guid Subject => SubjectOf(Channel, DecisionId);

    /// <summary>One subject per channel and decision: what is decided anew is told anew.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="decisionId">The decision.</param>
    /// <returns>An identity made from both.</returns>
    public static Guid SubjectOf(string channel, Guid decisionId) => DerivedId.Of($"by-hand/{channel}/{decisionId:D}");
}
