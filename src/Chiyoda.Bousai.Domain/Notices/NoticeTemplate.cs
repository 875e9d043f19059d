using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>A usual notice, with blanks to fill in.</summary>
/// <param name="Id">Its word in the ward pack.</param>
/// <param name="Name">What staff call it.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Slots">The blanks, in the order in which they are asked.</param>
/// <param name="ValidFor">How long it is shown unless somebody chooses otherwise.</param>
public sealed record NoticeTemplate(string Id, string Name, NoticeCategory Category, IReadOnlyList<NoticeSlot> Slots, TimeSpan ValidFor);

/// <summary>A blank of a template.</summary>
/// <param name="Name">Its name in the texts.</param>
/// <param name="Label">What staff are asked.</param>
/// <param name="MaxLength">Characters at most.</param>
/// <param name="Kind">What is usually put in.</param>
public sealed record NoticeSlot(string Name, string Label, int MaxLength, NoticeSlotKind Kind);

/// <summary>What is usually put into a blank.</summary>
public enum NoticeSlotKind
{
    /// <summary>A few words.</summary>
    Line,

    /// <summary>The name of a place of the register, or another one.</summary>
    Shelter,

    /// <summary>Sentences.</summary>
    Paragraph,
}

/// <summary>A title and a body with slots.</summary>
/// <param name="Title">The title.</param>
/// <param name="Body">The body.</param>
public sealed record NoticeWording(MessageText Title, MessageText Body);
