using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>The steps of the chain as people take them on pages.</summary>
internal static class Chain
{
    /// <summary>A level-4 forecast for the river comes in; the proposal that it makes is opened.</summary>
    public static async Task<Screen> OpenProposalAsync(RunningHub hub, Seat seat, int level = 4)
    {
        var receipt = await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, level, TimeProvider.System.GetUtcNow()));
        Assert.Equal("accepted", receipt.Outcome);
        return await seat.GetAsync((await seat.GetAsync("/hq")).Link("/hq/proposals/"));
    }

    public static Task<Screen> SubmitAsync(Seat seat, Screen proposal) => seat.SendAsync(proposal, "handler=Submit");

    public static Task<Screen> DecideAsync(Seat seat, Screen proposal, string by = "mayor", DateTimeOffset? at = null, bool acting = false)
    {
        var now = (at ?? TimeProvider.System.GetUtcNow()).ToOffset(TimeSpan.FromHours(9));
        return seat.SendAsync(
            proposal, "handler=Decide", ("by", by), ("means", "Telephone"),
            ("day", now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("time", now.ToString("HHmm", System.Globalization.CultureInfo.InvariantCulture)), ("heardBy", "当直"), ("said", "発令する"), ("acting", acting ? "true" : "false"));
    }

    public static Task<Screen> ReleaseAsync(Seat seat, Screen proposal, string level = "4", string count = "26") =>
        seat.SendAsync(proposal, "handler=Release", ("level", level), ("areas", proposal.AreasToReadBack(count)));

    /// <summary>Proposal to order, by two people.</summary>
    /// <returns>The order's page as the releaser has it.</returns>
    public static async Task<Screen> IssueAsync(RunningHub hub, Seat author, Seat releaser)
    {
        var decided = await DecideAsync(author, await SubmitAsync(author, await OpenProposalAsync(hub, author)));
        return await ReleaseAsync(releaser, await releaser.GetAsync(decided.Address.AbsolutePath));
    }
}
