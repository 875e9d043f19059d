using System.Globalization;
using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>The report to the governor is noted beside its paper: how, to whom, when. The list of tasks leads there.</summary>
public sealed class ReportingOnPagesTests
{
    [Fact]
    public async Task FromTheTask_ToThePaper_ToWhoHeardIt()
    {
        await using var hub = await RunningHub.StartAsync();
        using var author = await Seat.TakeAsync(hub, "Recorder");
        using var releaser = await Seat.TakeAsync(hub, "Releaser");
        using var viewer = await Seat.TakeAsync(hub, "Viewer");
        var order = (await Chain.IssueAsync(hub, author, releaser)).Address.AbsolutePath;
        Assert.Contains("都道府県知事への報告 まだ記録していません", (await author.GetAsync(order)).Text, StringComparison.Ordinal);
        var papers = await author.GetAsync((await author.GetAsync("/hq/tasks")).Link("/documents?version=1"));
        Assert.DoesNotContain((await viewer.GetAsync(papers.Address.PathAndQuery)).Actions, action => action.Contains("Reported", StringComparison.Ordinal));
        var now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9));

        Task<Screen> NoteAsync(DateTimeOffset at) => author.SendAsync(
            papers, "handler=Reported", ("means", "Fax"), ("heardBy", "東京都総合防災部"),
            ("day", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("time", at.ToString("HHmm", CultureInfo.InvariantCulture)));
        var ahead = await NoteAsync(now.AddDays(1));
        Assert.Equal(HttpStatusCode.BadRequest, ahead.Status);
        Assert.Contains("evacuation.report-time", ahead.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"東京都総合防災部\"", WebUtility.HtmlDecode(ahead.Html), StringComparison.Ordinal);

        var noted = await NoteAsync(now);
        Assert.Matches(@"\d+:\d\d FAXで 東京都総合防災部 へ報告", noted.Text);
        Assert.Matches(@"\d+:\d\d FAXで 東京都総合防災部 へ報告", (await author.GetAsync(order)).Text);
        Assert.DoesNotContain("書類を開いて報告を記録する", (await author.GetAsync("/hq/tasks")).Text, StringComparison.Ordinal);
    }
}
