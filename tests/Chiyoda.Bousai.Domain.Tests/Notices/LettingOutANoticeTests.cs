using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Notices;

/// <summary>The guards between a text on a screen and a text on a hundred thousand phones.</summary>
public sealed class LettingOutANoticeTests
{
    [Fact]
    public void TheSubmitter_CannotRelease()
    {
        var edition = Drafts.In(NoticeEditionState.Submitted);

        Assert.Equal("notices.releaser-is-submitter", Drafts.Code(edition.Release(edition.Version, Drafts.Author, [], string.Empty, Drafts.At)));
        Assert.Equal(NoticeEditionState.Submitted, edition.State);
    }

    [Fact]
    public void WhoSubmitsAgainAfterAReturn_IsTheSubmitter()
    {
        var edition = Drafts.In(NoticeEditionState.Returned);
        Drafts.Done(edition.Submit(edition.Version, Drafts.Second, Drafts.At));

        Assert.Equal("notices.releaser-is-submitter", Drafts.Code(edition.Release(edition.Version, Drafts.Second, [], string.Empty, Drafts.At)));
        Assert.Equal("done", Drafts.Code(edition.Release(edition.Version, Drafts.Author, [], string.Empty, Drafts.At)));
    }

    [Fact]
    public void WhatRanOutMeanwhile_IsNeitherSubmittedNorReleased()
    {
        var late = Drafts.At.AddHours(24);

        Assert.Equal("notices.expired", Drafts.Code(Drafts.In(NoticeEditionState.Draft).Submit(1, Drafts.Author, late)));
        Assert.Equal("notices.expired", Drafts.Code(Drafts.In(NoticeEditionState.Submitted).Release(2, Drafts.Second, [], string.Empty, late)));
    }

    [Fact]
    public void AWithdrawal_GoesOutEvenWhenWhatItTakesBackRanOut()
    {
        var withdrawal = Drafts.Change(Drafts.Published(), NoticeAct.Withdraw);

        Drafts.Done(withdrawal.Release(1, Drafts.Second, [], string.Empty, Drafts.At.AddHours(30)));

        var release = NoticeRelease.Of(withdrawal, 2);
        Assert.Null(release.ValidUntil);
    }

    [Theory]
    [InlineData(NoticeEditionState.Draft)]
    [InlineData(NoticeEditionState.Submitted)]
    [InlineData(NoticeEditionState.Returned)]
    [InlineData(NoticeEditionState.Discarded)]
    public void OnlyAReleasedEdition_BecomesARelease(NoticeEditionState state) =>
        Assert.Throws<InvalidOperationException>(() => NoticeRelease.Of(Drafts.In(state), 1));

    [Fact]
    public void ARelease_HasNoOtherDoor() => Assert.Empty(typeof(NoticeRelease).GetConstructors());

    [Fact]
    public void ARelease_CarriesTheEdition_AndSaysWhenItWent()
    {
        var edition = Drafts.In(NoticeEditionState.Released);

        var release = NoticeRelease.Of(edition, 1);

        Assert.Equal((edition.Id, edition.NoticeId, 1), (release.DecisionId, release.NoticeId, release.NoticeVersion));
        Assert.Equal(edition.Content.ValidUntil, release.ValidUntil);
        Assert.True(release.Wakes);
        Assert.Equal("区（14:00）開きました。", release.Say("ko").Body);
    }

    [Theory]
    [InlineData(NoticeCategory.Transport, false)]
    [InlineData(NoticeCategory.StayWhereYouAre, true)]
    public void OnlyWhatIsUrgent_WakesAPhone(NoticeCategory category, bool wakes) =>
        Assert.Equal(wakes, NoticeRelease.Of(Drafts.In(NoticeEditionState.Released, Drafts.Content(category)), 1).Wakes);

    [Fact]
    public void ACorrection_TakesThePlaceOfWhatWasSaid()
    {
        var notice = Drafts.Published();
        var correction = Drafts.Change(notice, NoticeAct.Correct, Drafts.Content(body: "図書館に避難所を開きました。"));
        Drafts.Done(correction.Release(1, Drafts.Second, [], string.Empty, Drafts.At.AddMinutes(5)));

        var after = Drafts.Done(Notice.Apply(notice, correction));

        Assert.Equal((2, NoticeState.Published, "場所の誤り"), (after.Version, after.State, after.Reason));
        Assert.Equal("図書館に避難所を開きました。", after.Content.Texts[0].Body);
        Assert.Equal((Drafts.At, Drafts.At.AddMinutes(5)), (after.PublishedAt, after.UpdatedAt));
    }

    [Fact]
    public void AChangeAskedOnAnOlderVersion_DoesNotOvertakeTheNewer()
    {
        var notice = Drafts.Published();
        var first = Drafts.Change(notice, NoticeAct.Correct, Drafts.Content(body: "一"));
        var second = Drafts.Change(notice, NoticeAct.Correct, Drafts.Content(body: "二"));
        Drafts.Done(first.Release(1, Drafts.Second, [], string.Empty, Drafts.At));
        Drafts.Done(second.Release(1, Drafts.Second, [], string.Empty, Drafts.At));
        Drafts.Done(Notice.Apply(notice, first));

        Assert.Equal("notices.changed", Drafts.Code(Notice.Apply(notice, second)));
        Assert.Equal("一", notice.Content.Texts[0].Body);
    }

    [Fact]
    public void WhatIsWithdrawn_IsOver()
    {
        var notice = Drafts.Published();
        var withdrawal = Drafts.Change(notice, NoticeAct.Withdraw);
        Drafts.Done(withdrawal.Release(1, Drafts.Second, [], string.Empty, Drafts.At));
        Drafts.Done(Notice.Apply(notice, withdrawal));

        Assert.Equal(NoticeStanding.Withdrawn, notice.StandingAt(Drafts.At));
        Assert.Equal("notices.ended", Drafts.Code(NoticeEdition.ToChange(
            Guid.NewGuid(), notice, notice.Version, NoticeAct.Correct, Drafts.Content(body: "別"), Drafts.Told(), "理由", Drafts.Author, Drafts.At)));
    }

    [Fact]
    public void TheEndOfItsTime_IsNoState()
    {
        var notice = Drafts.Published();
        var end = notice.ValidUntil;

        Assert.Equal(NoticeStanding.Current, notice.StandingAt(end.AddTicks(-1)));
        Assert.Equal(NoticeStanding.Expired, notice.StandingAt(end));
        Assert.Equal(end, notice.EndedAt(end.AddHours(1)));
        Assert.Equal((NoticeState.Published, 1), (notice.State, notice.Version));
    }

    [Theory]
    [InlineData(" ", "notices.reason-missing")]
    [InlineData("同じ", "notices.nothing-changes")]
    public void AChange_NeedsAReasonAndSomethingToChange(string reason, string code)
    {
        var notice = Drafts.Published();

        Assert.Equal(code, Drafts.Code(NoticeEdition.ToChange(
            Guid.NewGuid(), notice, 1, NoticeAct.Correct, Drafts.Content(), Drafts.Told(), reason, Drafts.Author, Drafts.At)));
    }

    [Fact]
    public void AWithdrawal_HasNoTextToRevise()
    {
        var withdrawal = Drafts.Change(Drafts.Published(), NoticeAct.Withdraw);
        Drafts.Done(withdrawal.Return(1, "理由", Drafts.At));

        Assert.Equal("notices.withdrawal-not-revisable", Drafts.Code(withdrawal.Revise(2, Drafts.Content(), Drafts.Told(), Drafts.At)));
    }

    [Fact]
    public void TheWholeWard_IsAskedAgain_AndSoIsEveryAreaByName()
    {
        var (whole, every, some) = (Submitted("*"), Submitted("1", "2", "3"), Submitted("1", "2"));

        Assert.Equal([Caution.WholeWard], NoticeCautions.Of(whole, [], 3, Drafts.At));
        Assert.Equal([Caution.WholeWard], NoticeCautions.Of(every, [], 3, Drafts.At));
        Assert.Empty(NoticeCautions.Of(some, [], 3, Drafts.At));
        Assert.Equal("notices.whole-ward", NoticeCautions.Ask([Caution.WholeWard], [], "理由")!.Code);
        Assert.Null(NoticeCautions.Ask([Caution.WholeWard], [Caution.WholeWard], string.Empty));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void TheSameWithinAMinute_IsAskedAgain_AndNeedsWords(int seconds, bool isAsked)
    {
        var sent = Drafts.Published();

        var found = NoticeCautions.Of(Submitted("2", "1"), [sent], 100, Drafts.At.AddSeconds(seconds));

        Assert.Equal(isAsked ? [Caution.DuplicateSend] : [], found);
        Assert.Equal(isAsked ? "notices.duplicate-send" : null, NoticeCautions.Ask(found, [Caution.DuplicateSend], " ")?.Code);
        Assert.Null(NoticeCautions.Ask(found, [Caution.DuplicateSend], "届いていないとの連絡"));
    }

    [Fact]
    public void AWithdrawal_IsNotAskedAgain() =>
        Assert.Empty(NoticeCautions.Of(Drafts.Change(Drafts.Published(Drafts.Content(areas: "*")), NoticeAct.Withdraw), [Drafts.Published(Drafts.Content(areas: "*"))], 3, Drafts.At));

    private static NoticeEdition Submitted(params string[] areas) => Drafts.In(NoticeEditionState.Submitted, Drafts.Content(areas: areas));
}
