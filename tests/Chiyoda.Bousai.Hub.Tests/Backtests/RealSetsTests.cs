using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backtests;

/// <summary>
/// The criteria of the repository over collected telegrams, as if the ward lay where they were issued. What is expected was read by a person
/// in the telegrams: levels in headline and items, CriteriaPeriod, water levels with their times.
/// </summary>
[RunsOnce]
public sealed class RealSetsTests
{
    private static readonly string Data = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "jma"));

    /// <summary>Files, class20 code, river in the place of 神田川, and what is told.</summary>
    public static TheoryData<string, string, string, string[]> Sets => new()
    {
        // 雲南市: ２日８時から１５時まで警戒レベル４相当, in a telegram of 08:00. 大雨レベル３ at 11:19 has no criterion.
        {
            "official_samples/15_17_01_250630_VPWW55.xml official_samples/15_17_01_250630_VPWW56.xml", "3220900", "",
            ["2024-11-02 08:00 Proposed landslide-4 0", "2024-11-02 11:19 Missed  NoCriterion 3"]
        },

        // 吉賀町: the same telegram, but ２日７時から: an hour late.
        {
            "official_samples/15_17_01_250630_VPWW56.xml", "3250500", "",
            ["2024-11-02 08:00 Proposed landslide-4 -60", "2024-11-02 08:00 Late landslide-4 60"]
        },

        // 舞鶴市: ２３日６時から. 京丹後市: レベル３, and レベル４ from ２３日８時.
        { "official_samples/15_16_02_250630_VPWW57.xml", "2620200", "", ["2020-06-22 23:00 Proposed storm-surge-4 420"] },
        { "official_samples/15_16_02_250630_VPWW57.xml", "2621200", "", ["2020-06-22 23:00 Proposed storm-surge-3 540"] },

        // 稚内市: two events, years apart; 大雨レベル４ proposes calls and a notice, never an order.
        {
            "official_samples/15_16_01_241031_VPWW56.xml official_samples/15_16_03_241226_VPWW55.xml official_samples/15_16_08_250630_VPWW57.xml", "0121400", "",
            ["2020-06-22 23:00 Proposed landslide-4 120", "2020-06-22 23:00 Advised inland-flood-calls-4", "2020-06-22 23:00 Advised inland-flood-notice-4", "2024-08-31 15:34 Proposed storm-surge-4 506"]
        },

        // 高梁市 of September 2013: 土砂災害警戒情報, lifted, and again after more than six hours. Telegrams of that time name no hour.
        {
            "official_samples/17_03_01_190529_VXWW50.xml official_samples/17_03_02_190529_VXWW50.xml official_samples/17_03_03_190529_VXWW50.xml "
                + "official_samples/17_03_05_190529_VXWW50.xml official_samples/17_03_06_190529_VXWW50.xml official_samples/17_03_10_190529_VXWW50.xml", "3320900", "",
            [
                "2013-09-02 15:37 Proposed landslide-4 ?", "2013-09-02 17:50 Dropped landslide-4",
                "2013-09-04 08:12 Proposed landslide-4 ?", "2013-09-04 16:22 Dropped landslide-4",
            ]
        },

        // 六角川: レベル３ at 15:10; 現況 レベル２, 15:50 レベル４.
        { "official_samples/16_02_02_220728_VXKOii.xml", "4199999", "890904000100", ["2021-08-13 15:10 Proposed kanda-river-3 40"] },

        // A river of the samples: レベル４ at 09:00 on a forecast; 11:00 is the first hour with レベル４.
        { "official_samples/16_07_01_220728_VXKOii.xml", "4199999", "123456789012", ["2019-05-27 09:00 Proposed kanda-river-4 120"] },

        // 氾濫発生情報 whose stations never show レベル５: the telegram does not say when, and that is not 0.
        { "official_samples/16_04_01_220728_VXKOii.xml", "4199999", "123456789012", ["2019-05-27 09:00 Proposed kanda-river-5 ? arrival unknown"] },

        // 本庄市: told at 14:20 that the water arrives at 15:00.
        { "official_samples_2026/16_12_01_260312_VXKOii.xml", "1121100", "830303000101", ["2025-09-18 14:20 Proposed kanda-river-5 40 FloodArrival"] },

        // 足立区 on the 利根川: 八斗島 at 14:10 レベル５, told at 14:20; whether the water of 本庄市 gets there the telegram does not say.
        {
            "official_samples_2026/16_12_01_260312_VXKOii.xml", "1312100", "830303000101",
            ["2025-09-18 14:20 Proposed kanda-river-5 -10 arrival unknown", "2025-09-18 14:20 Late kanda-river-5 10"]
        },

        // Empty body: レベル３ without an hour.
        { "official_samples_2026/16_13_01_251222_VXKOii.xml", "1199999", "830303000103", ["2025-11-18 15:45 Proposed kanda-river-3 ?"] },

        // Real telegrams of 2026 that concern Chiyoda nowhere: nothing is proposed, nothing missed.
        { "real_2026", "1310100", "", [] },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void Set_IsToldAsAPersonReadIt(string files, string city, string river, string[] told)
    {
        Assert.SkipWhen(!Directory.Exists(Data), "The collected telegrams (../shared/data) are not beside this checkout.");
        var pack = Elsewhere(city, river);
        var set = new BackTestSet(pack, BackTestBounds.OfPage, new GaugeOptions().Limits);
        foreach (var file in files.Split(' ').Select(file => Path.Combine(Data, file)).SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*.xml") : [path]))
        {
            set.Add(Path.GetFileName(file), File.ReadAllBytes(file));
        }

        var events = set.Run(TelegramStatus.Normal, pack, TestContext.Current.CancellationToken);

        Assert.True(set.CountOf(TelegramStatus.Normal) > 0);
        Assert.Equal(told, events.Select(Line));
    }

    /// <summary>The pack of the repository with the codes of another place, and one river in the place of another; its criteria on any day.</summary>
    private static WardPack Elsewhere(string city, string river)
    {
        var pack = WardPackLoader.Load(Repository.Config).Pack!;
        var codes = pack.Ward.Codes with { Class20 = new HashSet<string> { city } };
        return pack with
        {
            Ward = pack.Ward with { Codes = river.Length == 0 ? codes : codes with { FloodForecastAreas = new HashSet<string> { river } } },
            Criteria =
            [
                .. BackTestCriteria.OnAnyDay(pack.Criteria).Select(criterion => river.Length > 0 && criterion.Warning?.Cause == Floods.Kanda
                    ? criterion with { When = criterion.Warning with { Cause = river } }
                    : criterion),
            ],
        };
    }

    private static string Line(BackTestEvent happened) => string.Join(' ', new[]
    {
        happened.At.ToJapan().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        happened.Kind.ToString(),
        happened.CriterionId ?? string.Empty,
        happened.Kind switch
        {
            BackTestEventKind.Proposed => (happened.Lead is { } lead ? $"{lead.Time.TotalMinutes:0}{(lead.Source == LeadSource.FloodArrival ? " FloodArrival" : string.Empty)}" : "?")
                + (happened.IsArrivalKnown == false ? " arrival unknown" : string.Empty),
            BackTestEventKind.Late => $"{happened.By!.Value.TotalMinutes:0}",
            BackTestEventKind.Missed => $"{happened.Reason} {happened.MissedLevel}",
            _ => string.Empty,
        },
    }).TrimEnd();
}
