using System.Xml.Linq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Packs;

/// <summary>
/// The same program with the pack of 秋田市: what concerns that city works there, what concerns another does not, and nothing of
/// the shipped pack shows through.
/// </summary>
public sealed class AnotherMunicipalityTests
{
    private static readonly XNamespace Head = "http://xml.kishou.go.jp/jmaxml1/informationBasis1/";

    /// <summary>The report time of the real 解除 of 太平川 is 2026-07-30 06:30 in Japan.</summary>
    private static readonly DateTimeOffset NightBefore = new(2026, 7, 30, 4, 0, 0, TimeSpan.FromHours(9));

    /// <summary>Every untouched telegram of 太平川 among the samples, in order of its time.</summary>
    [Fact]
    public async Task RealTelegramsOfItsRiver_ProposeThereByTheirLevel_AndAreIrrelevantElsewhere()
    {
        var telegrams = RealTelegrams().ToList();
        Assert.SkipWhen(telegrams.Count == 0, "The sample telegrams are not on this machine.");
        await using var akita = await RunningHub.StartAsync(pack: Repository.Akita);
        await using var chiyoda = await RunningHub.StartAsync();
        using var staff = await akita.SignInAsync("Viewer");
        using var elsewhere = await chiyoda.SignInAsync("Viewer");

        foreach (var (octets, level) in telegrams)
        {
            Assert.Equal("accepted", (await akita.PublishTelegramAsync(octets)).Outcome);
            Assert.Equal("irrelevant", (await chiyoda.PublishTelegramAsync(octets)).Outcome);

            Assert.Equal(level is null ? [] : [level], await LevelsInForceAsync(akita));
            Assert.Equal(level >= 3 ? [level] : [], (await staff.ProposalsAsync()).Select(draft => (int?)draft.GetProperty("level").GetInt32()));
        }

        Assert.Empty(await LevelsInForceAsync(chiyoda));
        Assert.Empty(await elsewhere.ProposalsAsync());
    }

    [Theory]
    [InlineData(3, "leaveNow", "elderlyAndSlow")]
    [InlineData(4, "leaveNow", "everyone")]
    [InlineData(5, "goUp", "everyone")]
    public async Task LevelOfItsRiver_ProposesItsZone_AndTheRealLiftEndsIt(int level, string action, string audience)
    {
        await using var hub = await RunningHub.StartAsync(pack: Repository.Akita);
        using var staff = await hub.SignInAsync("Viewer");

        Assert.Equal("accepted", (await hub.PublishTelegramAsync(Floods.Telegram(Floods.Taihei, level, NightBefore))).Outcome);

        var draft = await staff.ProposalAsync();
        Assert.Equal(
            (level, action, audience, Floods.Taihei, 6),
            (draft.GetProperty("level").GetInt32(), draft.GetProperty("action").GetString(), draft.GetProperty("audience").GetString(), draft.GetProperty("cause").GetString(), draft.GetProperty("areas").GetArrayLength()));

        var (lift, _) = RealTelegrams().LastOrDefault(telegram => telegram.Level is null);
        Assert.SkipWhen(lift is null, "The sample telegrams are not on this machine.");
        await hub.PublishTelegramAsync(lift);
        Assert.Empty(await LevelsInForceAsync(hub));
        Assert.Empty(await staff.ProposalsAsync());
    }

    [Fact]
    public async Task TelegramsOfAnotherCity_AreIrrelevant()
    {
        await using var hub = await RunningHub.StartAsync(pack: Repository.Akita);

        Assert.Equal("irrelevant", (await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, NightBefore))).Outcome);
        Assert.Empty(await LevelsInForceAsync(hub));
    }

    [Fact]
    public async Task WholeChain_TellsInItsOwnName_AndNothingOfTheShippedPackShows()
    {
        await using var hub = await RunningHub.StartAsync(pack: Repository.Akita);
        using var desks = await Desks.OpenAsync(hub);
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Taihei, 4, NightBefore));

        await desks.IssueDraftAsync(TimeProvider.System.GetUtcNow());

        await Eventually.TrueAsync(async () => (await hub.Public.GetStringAsync("/")).Contains("広面", StringComparison.Ordinal), "the portal names the areas");
        string[] pages =
        [
            await hub.Public.GetStringAsync("/"), await hub.Public.GetStringAsync("/lite"), await hub.Public.GetStringAsync("/en/"), await hub.Public.GetStringAsync("/notify"),
            await hub.Public.GetStringAsync("/status.json"), await hub.Public.GetStringAsync("/manifest.webmanifest"),
            await desks.Author.Http.GetStringAsync("/hq"), await desks.Author.Http.GetStringAsync("/hq/proposals"),
            await desks.Author.Http.GetStringAsync("/hq/telegrams"), await desks.Author.Http.GetStringAsync("/hq/chronology"),
        ];
        Assert.Contains("太平川", pages[0], StringComparison.Ordinal);
        Assert.Contains("秋田市", pages[0], StringComparison.Ordinal);
        Assert.Contains("Akita City", pages[2], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.DoesNotMatch("千代田|Chiyoda City|神田川|区に|区と|区内", page));
    }

    private static async Task<IReadOnlyList<int?>> LevelsInForceAsync(RunningHub hub) =>
        [.. (await hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray().Select(item => (int?)item.GetProperty("level").GetInt32())];

    /// <summary>Octets and level by the first digit of the headline's kind code; 10 is 解除.</summary>
    private static IEnumerable<(byte[] Octets, int? Level)> RealTelegrams()
    {
        var folder = Path.Combine(Repository.Samples, "real_2026");
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "vxko_*.xml")
            .Select(file => (Octets: File.ReadAllBytes(file), Head: XDocument.Load(file).Root!.Element(Head + "Head")!))
            .Where(telegram => telegram.Head.Element(Head + "EventID")!.Value == Floods.Taihei)
            .OrderBy(telegram => telegram.Head.Element(Head + "ReportDateTime")!.Value, StringComparer.Ordinal)
            .Select(telegram => (telegram.Octets, telegram.Head.Descendants(Head + "Code").First().Value[0] is var digit and not '1' ? digit - '0' : (int?)null));
    }
}
