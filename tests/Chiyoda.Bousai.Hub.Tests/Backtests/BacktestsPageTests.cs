using System.IO.Compression;
using System.Net;
using System.Text;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backtests;

/// <summary>基準の検証: staff try criteria on telegrams of the past, and nothing of it touches what is live.</summary>
public sealed class BacktestsPageTests(Hq.SharedHub shared) : IClassFixture<Hq.SharedHub>
{
    private static readonly DateTimeOffset Evening = new(2024, 9, 12, 18, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task KeptTelegrams_AreTried_BesideAnotherLevel_AndNothingIsWrittenOrSent()
    {
        using var seat = await Hq.Seat.TakeAsync(shared.Hub, "Recorder");
        await shared.Hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 3, Evening));
        await shared.Hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, Evening.AddMinutes(30), 2));
        var before = await StateAsync();

        var result = await RunAsync(seat, [("from", Local(TimeProvider.System.GetUtcNow().AddHours(-1))), ("until", Local(TimeProvider.System.GetUtcNow().AddHours(1))), ("anyDay", "true"), ("level-kanda-river-4", "3")]);

        Assert.Equal(HttpStatusCode.OK, result.Status);
        Assert.Contains("kanda-river-4: 2024年9月12日 18:30 の提案が 2024年9月12日 18:00 になる（30分早い）", result.Text, StringComparison.Ordinal);
        Assert.Contains("猶予は電文に記載なし", result.Text, StringComparison.Ordinal);
        Assert.Contains("今の基準だけ", result.Text, StringComparison.Ordinal);
        Assert.Contains("試す基準だけ", result.Text, StringComparison.Ordinal);
        Assert.Contains("/hq/telegrams/", result.Link("/hq/telegrams/"), StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=", result.Html);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Zip_IsTriedOnCriteriaThatWereSent()
    {
        using var seat = await Hq.Seat.TakeAsync(shared.Hub, "Recorder");
        var telegrams = Zip(("a.xml", Floods.Telegram(Floods.Kanda, 4, Evening)), ("b.xml", "<no"u8.ToArray()), ("read.me", []));
        var criteria = Zip([.. Directory.GetFiles(Path.Combine(Repository.Config, "criteria")).Select(file => ($"criteria/{Path.GetFileName(file)}", Raised(file)))]);

        var result = await RunAsync(seat, [("anyDay", "true")], ("telegrams", "set.zip", telegrams), ("criteria", "criteria.zip", criteria));

        Assert.Contains("読めない電文 1 件", result.Text, StringComparison.Ordinal);
        Assert.Contains("kanda-river-4: 2024年9月12日 18:00 の提案が出なくなる", result.Text, StringComparison.Ordinal);
        Assert.Contains("「2024年9月12日 18:00 レベル４氾濫危険警報 神田川」が見逃しになる", result.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "bousai-criteria-*"));
    }

    [Fact]
    public async Task WrongCriteria_AreAllNamed_AndWrongAsksAreRefused()
    {
        using var seat = await Hq.Seat.TakeAsync(shared.Hub, "Recorder");
        var telegram = ("telegrams", "a.xml", Floods.Telegram(Floods.Kanda, 4, Evening));
        var broken = """{"verifiedBy":null,"verifiedOn":null,"validUntil":null,"cause":{"id":"x","hazard":"flod"},"criteria":[{"id":"UPPER"}]}"""u8.ToArray();

        var wrong = await RunAsync(seat, [], telegram, ("criteria", "x.json", broken), ("criteria", "y.json", "{"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("backtests.criteria-wrong", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("criteria/x.json", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("criteria/y.json", wrong.Text, StringComparison.Ordinal);

        Assert.Contains("backtests.nothing-chosen", (await RunAsync(seat, [])).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.span-unreadable", (await RunAsync(seat, [("from", "2024-09-12T18:00")])).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.span-unreadable", (await RunAsync(seat, [("from", "2024-09-12T18:00"), ("until", "2024-09-12T17:00")])).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.file-unreadable", (await RunAsync(seat, [], ("telegrams", "a.exe", [1]))).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.file-unreadable", (await RunAsync(seat, [], ("telegrams", "a.zip", [1, 2, 3]))).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.file-unreadable", (await RunAsync(seat, [], telegram, ("criteria", "x.json", broken), ("criteria", "x.json", broken))).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.threshold-wrong", (await RunAsync(seat, [("level-kanda-river-4", "9")], telegram)).Text, StringComparison.Ordinal);
        Assert.Contains("backtests.criteria-too-large", (await RunAsync(seat, [], telegram, ("criteria", "a.zip", Zip(("a.json", new byte[3 << 20]))))).Text, StringComparison.Ordinal);
    }

    /// <summary>A zip says little and holds much: what comes out is counted.</summary>
    [Fact]
    public async Task ZipThatHoldsTooMuch_IsRefused()
    {
        using var seat = await Hq.Seat.TakeAsync(shared.Hub, "Recorder");

        var octets = await RunAsync(seat, [], ("telegrams", "a.zip", Zip(("a.xml", new byte[(64 << 20) + 1]))));
        var count = await RunAsync(seat, [], ("telegrams", "b.zip", Zip([.. Enumerable.Range(0, 2001).Select(each => ($"{each}.xml", Array.Empty<byte>()))])));

        Assert.Contains("backtests.too-many", octets.Text, StringComparison.Ordinal);
        Assert.Contains("2,000 通・合計 64 MiB", count.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_SeesThePage_AndRunsNothing()
    {
        using var viewer = await Hq.Seat.TakeAsync(shared.Hub, "Viewer");

        var screen = await viewer.GetAsync("/hq/backtests");

        Assert.Contains("検証の実行は「記録・提出」か「発信」の役割の人が行います", screen.Text, StringComparison.Ordinal);
        Assert.Empty(screen.Actions);

        // Refused by the role, not by the missing token in the form: the form was not read.
        Assert.EndsWith("/hq/denied", (await viewer.PostAsync("/hq/backtests?handler=run", [])).Address.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Head of the chronology, and how many of everything there are: what a back-test must leave as it is.</summary>
    private async Task<string> StateAsync()
    {
        var head = await TestDatabase.ReadAsync<byte[]>(shared.Hub.DataDirectory, "SELECT Hash FROM spine_head");
        List<string> state = [Convert.ToHexString(head[0])];
        foreach (var table in new[] { "chronology", "dissemination_dispatches", "dissemination_pages", "evacuation_proposals", "evacuation_orders", "warnings_statements", "warnings_streams", "feeds_telegrams" })
        {
            state.Add($"{table} {(await TestDatabase.ReadAsync<long>(shared.Hub.DataDirectory, $"SELECT COUNT(*) FROM {table}"))[0]}");
        }

        return string.Join(", ", state);
    }

    private static byte[] Raised(string file) => Encoding.UTF8.GetBytes(
        File.ReadAllText(file).Replace("\"atLeastLevel\": 4", "\"atLeastLevel\": 5", StringComparison.Ordinal).Replace("\"atLeastLevel\": 3", "\"atLeastLevel\": 5", StringComparison.Ordinal));

    private static string Local(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Zip(params (string Name, byte[] Octets)[] files)
    {
        using var octets = new MemoryStream();
        using (var zip = new ZipArchive(octets, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return octets.ToArray();
    }

    private static async Task<Hq.Screen> RunAsync(Hq.Seat seat, (string Name, string Value)[] typed, params (string Field, string File, byte[] Octets)[] files) =>
        await seat.SendFilesAsync(await seat.GetAsync("/hq/backtests"), "handler=Run", typed, files);
}
