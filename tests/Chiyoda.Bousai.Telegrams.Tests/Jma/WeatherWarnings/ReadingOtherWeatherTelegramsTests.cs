using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Bulletins;
using Chiyoda.Bousai.Telegrams.Jma.Floods;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma.WeatherWarnings;

/// <summary>Golden facts of the older vocabulary, the time series, 集約通報 and rivers without a forecast, read by a person.</summary>
public sealed class ReadingOtherWeatherTelegramsTests
{
    [Fact]
    public void OlderVocabulary_HasNoLevels_AndItsCodesMeanOtherThings()
    {
        var facts = Assert.IsType<WeatherWarningFacts>(SharedData.Telegram("official_samples/15_08_03_160628_VPWW53.xml").Facts);

        Assert.Equal(
            [("rain", "大雨特別警報"), ("flood", "洪水警報"), ("thunder", "雷注意報"), ("wind", "強風注意報")],
            facts.Items.Where(item => item.Area.Code == "290000").Select(item => (item.Phenomenon, item.Kind)));
        Assert.All(facts.Items, item => Assert.Null(item.Level));
    }

    [Fact]
    public void RecordRain_OfTheOlderVocabulary_IsByItsName()
    {
        var facts = Assert.IsType<BulletinFacts>(SharedData.Telegram("official_samples/18_03_01_190412_VPOA50.xml").Facts);

        Assert.Equal(
            [("record-rain", "記録的短時間大雨情報", "016010"), ("record-rain", "記録的短時間大雨情報", "016030")],
            facts.Items.Select(item => (item.Phenomenon, item.Kind, item.Area.Code)));
    }

    [Fact]
    public void TimeSeries_HasAClassForEachTime()
    {
        var facts = Assert.IsType<ForecastSeriesFacts>(SharedData.Telegram("official_samples/81_01_01_250630_VPWP50.xml").Facts);

        var rain = facts.Areas[0].Elements.Single(element => element.Name == "大雨浸水危険度");
        Assert.Equal("0121400", facts.Areas[0].Area.Code);
        Assert.Equal(
            new ForecastStep(new DateTimeOffset(2023, 6, 22, 6, 0, 0, TimeSpan.FromHours(9)), TimeSpan.FromHours(3), "11", "警戒レベル２未満", null), rain.Steps[0]);
        Assert.Contains(facts.Areas.SelectMany(area => area.Elements), element => element.Part.Length > 0);
    }

    [Fact]
    public void RiverWithoutAForecast_IsReadLikeOneWith()
    {
        var facts = Assert.IsType<FloodForecastFacts>(SharedData.Telegram("official_samples/91_01_01_241031_VXSUii.xml").Facts);

        Assert.Equal(("flood", 2, "レベル２氾濫注意報", "8201813100"), (facts.Items[0].Phenomenon, facts.Items[0].Level, facts.Items[0].Kind, facts.Items[0].Area.Code));
        Assert.Equal(["0442100", "0442100", "0442400"], facts.Inundations.Select(area => area.CityCode));
        Assert.StartsWith("【警戒レベル２情報［洪水］】", Assert.Single(facts.Sections).MainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Forecast_IsReadAsText_ByPlaceTimeAndElement()
    {
        var facts = Assert.IsType<TextFacts>(SharedData.Telegram("official_samples/24_11_01_190925_VPFD51.xml").Facts);

        Assert.Equal(
            [
                "東京地方 今日 天気: くもり　夜遅く　雨",
                "東京地方 明日 天気: 雪か雨　夕方　から　くもり",
                "東京地方 今日 天気: くもり後一時雨",
                "東京地方 明日 天気: 雪か雨後くもり",
                "東京地方 今日 風: 北の風　はじめ　やや強く",
                "東京地方 明日 風: 北の風　２３区西部　では　北の風　やや強く",
            ],
            facts.Paragraphs.Take(6));

        // 新島 is named within the sentence of 今日; the sentence of 明日 is of the whole region again.
        Assert.Contains("伊豆諸島北部 明日 波: ２．５メートル　後　３メートル　ただし　新島　では　３メートル　後　４メートル", facts.Paragraphs);
    }

    [Fact]
    public void PossibilityOfWarnings_IsReadAsText_WithItsRanks()
    {
        var facts = Assert.IsType<TextFacts>(SharedData.Telegram("official_samples/69_01_01_241031_VPFW60.xml").Facts);

        Assert.Equal(20, facts.Paragraphs.Count);
        Assert.Equal(
            [
                "香川県 10月16日 雨の警報級の可能性: 高",
                "香川県 10月17日 雨の警報級の可能性: 値なし",
                "香川県 10月18日 雨の警報級の可能性: 高",
                "香川県 10月19日 雨の警報級の可能性: 中",
            ],
            facts.Paragraphs.Take(4));
    }

    [Fact]
    public void EveryTelegramOfTexts_SaysSomething() => Assert.All(
        IndexRow.All.Select(row => (File: row["file"], Telegram: SharedData.Telegram(row["file"]))).Where(read => read.Telegram is { Facts: TextFacts, Type: not ("VZSF50" or "VZSF51") }),
        read => Assert.True(((TextFacts)read.Telegram.Facts).Paragraphs.Count > 0, read.File));

    /// <summary>集約通報: all elements of all municipalities, some 6 MB; nobody has published one, so it is built as its elements are.</summary>
    [Fact]
    public void SummaryOfTheWholeCountry_IsReadWhole_InBoundedMemory()
    {
        string[] kinds = ["レベル３大雨警報 03", "レベル４土砂災害危険警報 49", "レベル２高潮注意報 19", "強風注意報 15", "雷注意報 14"];
        var items = new StringBuilder();
        for (var city = 0; city < 1_900; city++)
        {
            foreach (var kind in kinds)
            {
                items.Append("<Item>");
                for (var each = 0; each < 4; each++)
                {
                    items.Append(CultureInfo.InvariantCulture, $"<Kind><Name>{kind.Split(' ')[0]}</Name><Code>{kind.Split(' ')[1]}</Code><Status>継続</Status><Property><Type>危険度</Type></Property></Kind>");
                }

                items.Append(CultureInfo.InvariantCulture, $"<Area><Name>第{city}市町村</Name><Code>{1_000_000 + city}</Code></Area><ChangeStatus>変化無</ChangeStatus></Item>");
            }
        }

        var octets = Encoding.UTF8.GetBytes(Telegrams.Xml(
            "気象警報・注意報集約通報（Ｒ０６）", body: $"<Warning type=\"気象警報・注意報（市町村等）\">{items}</Warning>"));
        Assert.InRange(octets.Length, 5_000_000, JmaTelegramReader.MaxBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var telegram = Telegrams.Read(octets);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128L * 1024 * 1024);
        Assert.Equal("VPWS50", telegram.Type);
        var facts = Assert.IsType<WeatherWarningFacts>(telegram.Facts);
        Assert.Equal(1_900 * kinds.Length * 4, facts.Items.Count);
        Assert.Equal(4, facts.Items.First(item => item.KindCode == "49").Level);
        Assert.Empty(telegram.Notices);
        var statements = TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Other(class20: ["1000007"]));
        Assert.Equal(["landslide", "rain", "surge", "thunder", "wind"], statements.SelectMany(statement => statement.InForce).Select(warning => warning.Phenomenon).Order(StringComparer.Ordinal));
    }
}
