using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>A «no» stands on the page with its sentence, and nothing that was typed is lost.</summary>
public sealed class RefusedOnThePageTests
{
    [Fact]
    public async Task StaleVersion_ShowsWhatChanged_AndAsksToLookAgain()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var other = await Seat.TakeAsync(hub, "Recorder");
        var seenByOther = await Chain.OpenProposalAsync(hub, other);
        await Chain.SubmitAsync(author, await author.GetAsync(seenByOther.Address.AbsolutePath));

        var refused = await Chain.SubmitAsync(other, seenByOther);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("evacuation.stale-version", refused.Text, StringComparison.Ordinal);
        Assert.Contains("あなたが見ていた内容のあとに、次のことが行われました", refused.Text, StringComparison.Ordinal);
        Assert.Contains("提出: 神田川", refused.Text, StringComparison.Ordinal);
        Assert.Contains(refused.Actions, action => action.EndsWith("handler=Decide", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DecisionWithoutAuthority_KeepsWhatWasTyped()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var submitted = await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author));

        var refused = await author.SendAsync(
            submitted, "handler=Decide", ("means", "Radio"), ("day", "2026-11-23"), ("time", "2:10"), ("heardBy", "無線室"), ("said", "直ちに発令"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("hq.choice-missing", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"無線室\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains(">直ちに発令</textarea>", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"2:10\"", refused.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"Radio\"[^>]*checked", refused.Html);
        Assert.Matches("id=\"steps\"[^>]*data-keep", refused.Html);

        var reloaded = await author.GetAsync(refused.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, reloaded.Status);
        Assert.DoesNotContain("hq.choice-missing", reloaded.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("id=\"steps\"[^>]*data-keep", reloaded.Html);
    }

    [Fact]
    public async Task AuthorityThatDoesNotCoverTheLevel_IsShownButCannotBeChosen()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var submitted = await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author));

        Assert.Matches("value=\"level-3-rule\"[^>]*disabled", submitted.Html);
        Assert.DoesNotMatch("value=\"mayor\"[^>]*disabled", submitted.Html);

        var refused = await Chain.DecideAsync(author, submitted, by: "level-3-rule");
        Assert.Contains("evacuation.authority-does-not-cover", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecisionInTheFuture_IsRefused()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var submitted = await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(hub, author));

        var refused = await author.SendAsync(
            submitted, "handler=Decide", ("by", "mayor"), ("means", "Telephone"), ("day", "2999-01-01"), ("time", "0210"));

        Assert.Contains("evacuation.decision-in-the-future", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_HasNoForms_AndASentFormIsDenied()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        var proposal = await Chain.OpenProposalAsync(hub, author);

        var seen = await viewer.GetAsync(proposal.Address.AbsolutePath);
        Assert.Empty(seen.Actions);
        Assert.Empty((await viewer.GetAsync("/hq")).Actions);

        var (action, fields) = proposal.Form("handler=Submit");
        fields["__RequestVerificationToken"] = seen.Form("/sign-out").Fields["__RequestVerificationToken"];
        var denied = await viewer.PostAsync(action, fields);
        Assert.Equal((HttpStatusCode.Forbidden, "/hq/denied"), (denied.Status, denied.Address.AbsolutePath));
        Assert.Contains("案（未提出）", (await viewer.GetAsync(proposal.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormWithoutItsToken_ChangesNothing()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        var proposal = await Chain.OpenProposalAsync(hub, author);
        var (action, fields) = proposal.Form("handler=Submit");
        fields.Remove("__RequestVerificationToken");

        var refused = await author.PostAsync(action, fields);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("案（未提出）", (await author.GetAsync(proposal.Address.AbsolutePath)).Text, StringComparison.Ordinal);
    }
}
