namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>What an edition of a notice does once it is released.</summary>
public enum NoticeAct
{
    /// <summary>発信.</summary>
    Issue,

    /// <summary>訂正: what was said was wrong, and this is right. It goes first to those who got the wrong text.</summary>
    Correct,

    /// <summary>取下げ: what was said does not hold, and nothing takes its place. It goes to those who got it, and to nobody else.</summary>
    Withdraw,
}
