using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// A notice of the ward as a second person released it. It cannot be made but from a released edition, and says what stands in that
/// edition, never what a template says by now.
/// </summary>
public sealed record NoticeRelease : Release
{
    private readonly NoticeEdition _edition;

    private NoticeRelease(NoticeEdition edition, int noticeVersion, DateTimeOffset releasedAt)
        : base(edition.Id, edition.NoticeId, edition.Content.Areas, releasedAt)
    {
        _edition = edition;
        NoticeVersion = noticeVersion;
    }

    /// <summary>The notice.</summary>
    public Guid NoticeId => TopicId;

    /// <summary>Its version after the act.</summary>
    public int NoticeVersion { get; }

    /// <summary>What was done.</summary>
    public NoticeAct Act => _edition.Act;

    /// <summary>What the releaser was asked again and confirmed.</summary>
    public IReadOnlyList<Caution> Confirmed => _edition.Confirmed;

    /// <inheritdoc/>
    private protected override bool IsUrgent => _edition.Content.Category.IsUrgent();

    /// <inheritdoc/>
    /// <remarks>A withdrawal has no end: what it takes back may have run out, and is still believed.</remarks>
    public override DateTimeOffset? ValidUntil => Act == NoticeAct.Withdraw ? null : _edition.Content.ValidUntil;

    /// <summary>Whether a subscription hears of it that was told nothing before.</summary>
    /// <param name="places">Its area codes, or <see cref="Addressees.Everywhere"/>.</param>
    /// <param name="wishes">What it chose, see <see cref="NoticeWishes"/>.</param>
    /// <returns>Whether it is wanted and a place lies in the areas.</returns>
    public bool Concerns(IEnumerable<string> places, IReadOnlyList<string> wishes) =>
        NoticeWishes.Want(wishes, _edition.Content.Category) && Touches(places);

    /// <summary>Whether any place lies in its areas.</summary>
    /// <param name="places">Area codes, or <see cref="Addressees.Everywhere"/>.</param>
    /// <returns>Whether one of them does.</returns>
    public bool Touches(IEnumerable<string> places) => _edition.Content.Touches(places);

    /// <summary>What is told to those who read a language.</summary>
    /// <param name="language">Language tag.</param>
    /// <returns>The words, in that language or in what stands in for it.</returns>
    public RenderedMessage Say(string language) => NoticeText.For(_edition.Told, language).At(ReleasedAt);

    /// <summary>Takes a release out of a released edition.</summary>
    /// <param name="edition">The edition, in state Released.</param>
    /// <param name="noticeVersion">The notice's version after the act.</param>
    /// <returns>What may leave the house.</returns>
    /// <exception cref="InvalidOperationException">The edition is not released by a second person.</exception>
    public static NoticeRelease Of(NoticeEdition edition, int noticeVersion) =>
        edition is { State: NoticeEditionState.Released, SubmitterId: { } submitter, ReleaserId: { } releaser, ReleasedAt: { } at } && submitter != releaser
            ? new NoticeRelease(edition, noticeVersion, at)
            : throw new InvalidOperationException("Only a notice released by a second person leaves the house.");
}
