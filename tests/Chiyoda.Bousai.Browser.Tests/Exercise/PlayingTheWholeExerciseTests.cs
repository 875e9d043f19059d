using System.Globalization;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>Sense, know, decide, approve, tell, reach, record, as the people on both sides of it see it: nothing is done here
/// that a person could not do with a mouse and a keyboard.</summary>
public sealed class PlayingTheWholeExerciseTests
{
    private const string LevelFour = "05_VXKO_kanda_level4.xml";

    /// <summary>The steps of the chain, in the order in which the chronology has to show them.</summary>
    private static readonly string[] Steps =
    [
        "evacuation.proposed", "evacuation.submitted", "evacuation.decided", "evacuation.order-issued",
        "evacuation.lift-asked", "evacuation.decided", "evacuation.order-lifted",
    ];

    [Fact]
    public async Task FromTelegramToLift_InRealBrowsers()
    {
        await using var stage = await ExerciseStage.InChromiumAsync();
        var resident = await Resident.RegisterAsync(stage.Hub, stage.Browser, ExerciseStage.InTheZone);
        var author = await StaffDesk.SignInAsync(stage, "author", "Recorder");
        var releaser = await StaffDesk.SignInAsync(stage, "releaser", "Releaser");

        // Sense, know: the telegrams arrive while the page is open.
        await author.WatchAsync();
        await releaser.WatchAsync();
        await stage.PlayThroughAsync(LevelFour);
        await author.SeeOpenAsync("神田川");
        Assert.True(await author.IsSameDocumentAsync());
        await resident.Page.WaitForAsync("document.querySelector('.warnings')?.innerText.includes('氾濫危険警報')");

        // Decide: the evidence with the original behind it, the submission, the words of the holder of authority.
        await author.OpenProposalAsync();
        var evidence = await author.Page.TextAsync("#why tr.matched");
        Assert.Contains("● 該当", evidence, StringComparison.Ordinal);
        Assert.Contains("予測による発表", evidence, StringComparison.Ordinal);
        await AssertOriginalIsReadAsync(author);
        await author.SubmitAsync();
        await author.RecordDecisionAsync("mayor", "神田川沿いに避難指示を出す");
        var refused = await author.Page.TextAsync("#steps");
        Assert.Contains("発信は、ほかの人が行います", refused, StringComparison.Ordinal);
        Assert.Contains("試験 Releaser", refused, StringComparison.Ordinal);
        Assert.False(await author.Page.EvaluateAsync<bool>("Boolean(document.querySelector('button.send'))"));

        // Approve, tell: the second person's page knows already, without a reload.
        await releaser.SeeOpenAsync("決裁済・発信待ち");
        Assert.True(await releaser.IsSameDocumentAsync());
        await releaser.OpenProposalAsync();
        await resident.WatchForAsync("article.order");
        await releaser.ReadBackAsync(level: 4);
        await releaser.ReleaseAsync();

        // Reach: the open page, the notification on the screen, and what came back from it.
        var order = (await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Single();
        await AssertSeenInTimeAsync(resident, order.GetProperty("issuedAt").GetDateTimeOffset(), "the order");
        Assert.Contains("神田川", await resident.Page.TextAsync("article.order"), StringComparison.Ordinal);
        Assert.Contains("あなたが登録した町は、この避難情報の対象区域に入っています", await resident.Page.TextAsync("article.order"), StringComparison.Ordinal);
        var notice = await resident.NoticeAsync("避難指示");
        Assert.StartsWith("【訓練】", notice.Title, StringComparison.Ordinal);
        Assert.Contains("警戒レベル4 避難指示", notice.Title, StringComparison.Ordinal);
        Assert.Contains("高い階へ", notice.Body, StringComparison.Ordinal);
        await AssertShownIsReportedAsync(stage, order);
        await releaser.Page.ReloadAsync();
        Assert.Contains("外神田一丁目", await releaser.Page.TextAsync("#what"), StringComparison.Ordinal);

        // End it: asked, decided, let out by the other one.
        await author.AskLiftAsync("水位が下がり、雨の見込みもない。現地を確認した。");
        await author.RecordDecisionAsync("mayor", "解除してよい");
        await releaser.Page.NavigateAsync(stage.At("/hq"));
        await releaser.OpenProposalAsync();
        await resident.WatchForAsync(".calm");
        await releaser.ReadBackAsync(level: 4);
        await releaser.ReleaseAsync();
        var lifted = (await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Single();
        await AssertSeenInTimeAsync(resident, lifted.GetProperty("liftedAt").GetDateTimeOffset(), "the lift");
        Assert.Contains("解除", await resident.Page.TextAsync("ul.ended"), StringComparison.Ordinal);
        var end = await resident.NoticeAsync("解除");
        Assert.StartsWith("【訓練】", end.Title, StringComparison.Ordinal);
        Assert.Equal(notice.Tag, end.Tag);
        await Soundness.AssertAsync(resident.Page);

        // Record: every step, in order, on the page.
        await author.Page.NavigateAsync(stage.At("/hq/chronology"));
        Assert.Equal(Steps, (await KindsInOrderAsync(author)).Where(kind => Steps.Contains(kind)));
        await Soundness.AssertAsync(author.Page);
    }

    [Fact]
    public async Task ResidentWithFirefox_IsReachedToo()
    {
        await using var stage = await ExerciseStage.InFirefoxAsync();
        var resident = await Resident.RegisterAsync(stage.Hub, stage.Browser, ExerciseStage.InTheZone);
        using var author = await stage.Hub.SignInAsync("Recorder");
        using var releaser = await stage.Hub.SignInAsync("Releaser");
        await stage.PlayThroughAsync(LevelFour);
        await resident.WatchForAsync("article.order");

        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));

        var order = (await stage.Hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Single();
        await AssertSeenInTimeAsync(resident, order.GetProperty("issuedAt").GetDateTimeOffset(), "the order");
        var notice = await resident.NoticeAsync("避難指示");
        Assert.StartsWith("【訓練】", notice.Title, StringComparison.Ordinal);
        Assert.Contains("警戒レベル4 避難指示", notice.Title, StringComparison.Ordinal);
        await AssertShownIsReportedAsync(stage, order);
        await Soundness.AssertAsync(resident.Page);
    }

    private static async Task AssertOriginalIsReadAsync(StaffDesk author)
    {
        var proposal = await author.Page.EvaluateAsync<string>("location.href");
        await author.Page.ClickAsync("#why tr.matched a");
        await author.Page.WaitForAsync("location.pathname.startsWith('/hq/telegrams/')");
        Assert.Contains("神田川", await author.Page.TextAsync("main"), StringComparison.Ordinal);
        await Soundness.AssertAsync(author.Page);
        await author.Page.NavigateAsync(new Uri(proposal!));
    }

    /// <summary>The promise is 2 s; a loaded machine that runs tests is held to a bound that tells a reload from none.</summary>
    private static async Task AssertSeenInTimeAsync(Resident resident, DateTimeOffset releasedAt, string what)
    {
        var took = await resident.SeenAtAsync() - releasedAt;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: on the open page {took.TotalMilliseconds:0} ms after its release"));
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static async Task AssertShownIsReportedAsync(ExerciseStage stage, JsonElement order)
    {
        using var viewer = await stage.Hub.SignInAsync("Viewer");
        await Eventually.TrueAsync(
            async () => (await viewer.GetAsync($"/api/v1/dispatches/{order.GetProperty("id").GetString()}")).GetProperty("items").EnumerateArray()
                .Any(item => item.GetProperty("channel").GetString() == "webpush" && item.GetProperty("shown").GetInt32() >= 1),
            "the browser's report that it showed the message is counted");
    }

    /// <summary>The page has the newest on top.</summary>
    private static async Task<string[]> KindsInOrderAsync(StaffDesk desk)
    {
        var rows = await desk.Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('#list tbody tr')].map(row => [row.cells[0].innerText, row.querySelector('.kind-code').innerText])") ?? [];
        var numbers = rows.Select(row => long.Parse(row[0], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.OrderDescending(), numbers);
        return [.. rows.Reverse().Select(row => row[1])];
    }
}
