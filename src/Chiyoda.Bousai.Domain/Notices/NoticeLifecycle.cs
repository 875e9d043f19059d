using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>Where an edition of a notice stands.</summary>
public enum NoticeEditionState
{
    /// <summary>下書き.</summary>
    Draft,

    /// <summary>提出済・確認待ち.</summary>
    Submitted,

    /// <summary>差戻し.</summary>
    Returned,

    /// <summary>廃案.</summary>
    Discarded,

    /// <summary>発信済.</summary>
    Released,
}

/// <summary>What can be done with an edition.</summary>
public enum NoticeStep
{
    /// <summary>Change what it says.</summary>
    Revise,

    /// <summary>Stand behind it and ask for the second look.</summary>
    Submit,

    /// <summary>The second person sends it back.</summary>
    Return,

    /// <summary>Drop it; nothing is sent.</summary>
    Discard,

    /// <summary>The second person lets it out.</summary>
    Release,
}

/// <summary>The whole table of states and steps of an edition.</summary>
public static class NoticeLifecycle
{
    /// <summary>Where a step leads.</summary>
    /// <param name="state">Where the edition stands.</param>
    /// <param name="step">The step.</param>
    /// <returns>The next state, or why the step may not be taken.</returns>
    public static Outcome<NoticeEditionState> Next(NoticeEditionState state, NoticeStep step) => (state, step) switch
    {
        (NoticeEditionState.Draft or NoticeEditionState.Returned, NoticeStep.Revise) => state,
        (NoticeEditionState.Draft or NoticeEditionState.Returned, NoticeStep.Submit) => NoticeEditionState.Submitted,
        (NoticeEditionState.Draft or NoticeEditionState.Returned or NoticeEditionState.Submitted, NoticeStep.Discard) => NoticeEditionState.Discarded,
        (NoticeEditionState.Submitted, NoticeStep.Return) => NoticeEditionState.Returned,
        (NoticeEditionState.Submitted, NoticeStep.Release) => NoticeEditionState.Released,

        (NoticeEditionState.Draft or NoticeEditionState.Returned, _) => NoticeRefusals.NotSubmitted,
        (NoticeEditionState.Submitted, NoticeStep.Submit) => NoticeRefusals.AlreadySubmitted,
        (NoticeEditionState.Submitted, NoticeStep.Revise) => NoticeRefusals.ReturnFirst,
        (NoticeEditionState.Released, _) => NoticeRefusals.AlreadyReleased,
        (NoticeEditionState.Discarded, _) => NoticeRefusals.Closed,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step of the table."),
    };
}
