using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Notices;

/// <summary>A step of an edition; the after-image is the whole edition.</summary>
/// <param name="Edition">The edition after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public abstract record NoticeEditionFact(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Edition.Id;

    /// <inheritdoc/>
    public override object AfterImage => Edition;

    /// <summary>What it is, for a line.</summary>
    protected string About => Edition.Act switch
    {
        NoticeAct.Correct => $"訂正「{Edition.Content.Title}」",
        NoticeAct.Withdraw => $"取下げ「{Edition.Content.Title}」",
        _ => $"「{Edition.Content.Title}」",
    };
}

/// <summary>A notice was written; nothing is sent.</summary>
/// <inheritdoc cref="NoticeEditionFact"/>
public sealed record NoticeDrafted(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : NoticeEditionFact(Edition, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.drafted";

    /// <inheritdoc/>
    public override string Summary => $"お知らせの下書き: {About}";
}

/// <summary>A criterion proposed a notice; nothing is sent.</summary>
/// <inheritdoc cref="NoticeEditionFact"/>
public sealed record NoticeProposed(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : NoticeEditionFact(Edition, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.proposed";

    /// <inheritdoc/>
    public override string Summary => $"お知らせの案を作成: {About}（{Edition.Grounds[0].Observed}）";
}

/// <summary>A draft says something else now.</summary>
/// <inheritdoc cref="NoticeEditionFact"/>
public sealed record NoticeRevised(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : NoticeEditionFact(Edition, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.revised";

    /// <inheritdoc/>
    public override string Summary => $"お知らせの下書きを変更: {About}";
}

/// <summary>A person stands behind it.</summary>
/// <inheritdoc cref="NoticeEditionFact"/>
public sealed record NoticeSubmitted(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : NoticeEditionFact(Edition, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.submitted";

    /// <inheritdoc/>
    public override string Summary => $"お知らせを提出: {About}{(Edition.Reason.Length == 0 ? string.Empty : $" 理由: {Edition.Reason}")}";
}

/// <summary>The second person sent it back.</summary>
/// <inheritdoc cref="NoticeEditionFact"/>
public sealed record NoticeReturned(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : NoticeEditionFact(Edition, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.returned";

    /// <inheritdoc/>
    public override string Summary => $"お知らせを差戻し: {About} 理由: {Edition.Note}";
}

/// <summary>It was dropped; nothing is sent.</summary>
/// <inheritdoc cref="NoticeEditionFact"/>
public sealed record NoticeDiscarded(NoticeEdition Edition, Actor Actor, DateTimeOffset OccurredAt) : NoticeEditionFact(Edition, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.discarded";

    /// <inheritdoc/>
    public override string Summary => $"お知らせを廃案: {About} 理由: {Edition.Note}";
}

/// <summary>A notice changed by a release; the after-image is the whole notice.</summary>
/// <param name="Notice">The notice after the act.</param>
/// <param name="Release">What leaves the house.</param>
/// <param name="Actor">The releaser.</param>
/// <param name="OccurredAt">When.</param>
public abstract record NoticeFact(Notice Notice, NoticeRelease Release, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Notice.Id;

    /// <inheritdoc/>
    public override object AfterImage => Notice;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <summary>The fact that an act makes.</summary>
    /// <param name="notice">The notice after the act.</param>
    /// <param name="release">What leaves the house; its act says which fact it is.</param>
    /// <param name="actor">The releaser.</param>
    /// <param name="at">When.</param>
    /// <returns>The fact.</returns>
    public static NoticeFact Of(Notice notice, NoticeRelease release, Actor actor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release.Act switch
        {
            NoticeAct.Issue => new NoticePublished(notice, release, actor, at),
            NoticeAct.Correct => new NoticeCorrected(notice, release, actor, at),
            NoticeAct.Withdraw => new NoticeWithdrawn(notice, release, actor, at),
            _ => throw new ArgumentOutOfRangeException(nameof(release), release.Act, "Not an act."),
        };
    }

    /// <summary>Title and areas, for a line.</summary>
    protected string About => $"{Notice.Content.Title}（{(Notice.Content.IsWholeWard ? "区内全域" : $"{Notice.Content.Areas.Count}町丁目")}）";

    /// <summary>What the releaser was asked again and confirmed, for a line.</summary>
    protected string Confirmed => Release.Confirmed.Count == 0 ? string.Empty : $" 再確認: {string.Join("、", Release.Confirmed.Select(Cautions.Word))}";
}

/// <summary>A notice went out.</summary>
/// <inheritdoc cref="NoticeFact"/>
public sealed record NoticePublished(Notice Notice, NoticeRelease Release, Actor Actor, DateTimeOffset OccurredAt) : NoticeFact(Notice, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.published";

    /// <inheritdoc/>
    public override string Summary => $"お知らせ: {About}{Confirmed}";
}

/// <summary>What a notice said was wrong, and was put right.</summary>
/// <inheritdoc cref="NoticeFact"/>
public sealed record NoticeCorrected(Notice Notice, NoticeRelease Release, Actor Actor, DateTimeOffset OccurredAt) : NoticeFact(Notice, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.corrected";

    /// <inheritdoc/>
    public override string Summary => $"お知らせの訂正: {About} 理由: {Notice.Reason}{Confirmed}";
}

/// <summary>A notice was taken back, and those who got it are told.</summary>
/// <inheritdoc cref="NoticeFact"/>
public sealed record NoticeWithdrawn(Notice Notice, NoticeRelease Release, Actor Actor, DateTimeOffset OccurredAt) : NoticeFact(Notice, Release, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "notices.withdrawn";

    /// <inheritdoc/>
    public override string Summary => $"お知らせの取下げ: {About} 理由: {Notice.Reason}";
}
