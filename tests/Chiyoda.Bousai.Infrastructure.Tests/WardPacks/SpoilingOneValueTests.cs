using System.Text;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>One wrong value in the shipped pack is named by file, line, rule and value; the pack is not taken over.</summary>
public partial class SpoilingOneValueTests
{
    private const string Ward = "ward.json";
    private const string Areas = "areas/areas.csv";
    private const string Zone = "zones/kanda-river.json";
    private const string Criteria = "criteria/kanda-river.json";
    private const string Earthquake = "criteria/earthquake.json";
    private const string Silent = "criteria/nihonbashi-river.json";

    private const string GaugeCriterion = """
        "criteria": [{ "id": "n4", "source": "gauge", "when": { "station": "n1", "name": "一ツ橋", "atLeastMeters": 3.0 }, "zone": "nihonbashi-river",
        "proposes": { "kind": "order", "level": 4, "action": "go-up", "audience": "everyone" }, "reason": { "ja": "a", "ja-easy": "b", "en": "c" },
        "legalBasis": "法", "manualCitation": "型", "effectiveFrom": "2026-05-28", "effectiveUntil": null }]
        """;

    private const string Shelters = "shelters.csv";
    private const string Facilities = "facilities.csv";
    private const string CallOut = "call-out.json";
    private const string FacilityTexts = "messages/ja/facilities.json";
    private const string Roles = "roles.json";
    private const string Messages = "messages/ja/orders.json";
    private const string Channels = "channels.json";
    private const string Relay = "relays/kanda-river.json";
    private const string RelayTexts = "messages/ja/relays.json";
    private const string Test = "announced-tests/announced-test.json";
    private const string TestTexts = "messages/ja/tests.json";
    private const string NoticeTexts = "messages/ja/notices.json";
    private const string NoticeEnglish = "messages/en/notices.json";
    private const string Incidents = "incidents.json";
    private const string Tasks = "tasks.json";
    private const string Scenario = "exercises/heavy-rain/scenario.json";

    private const string FirstArea = "13101001001,飯田橋一丁目,飯田橋,1,イイダバシイッチョウメ,Iidabashi 1-chome,139.749414,35.69847,,,,";
    private const string FirstTemplate = "\"hazard\": \"flood\", \"act\": \"issue\", \"level\": 3, \"action\": \"go-up\",";

    /// <summary>File, text to replace, replacement, expected rule, expected value.</summary>
    public static TheoryData<string, string, string, string, string> OneWrongValue => new()
    {
        // Any JSON file
        { Ward, "\"kana\": \"チヨダク\",", "\"kana\": \"チヨダク\", \"colour\": \"green\",", PackRules.UnknownField, "colour" },
        { Ward, "\"kana\": \"チヨダク\",", "\"kana\": \"チヨダク\", \"kana\": \"チヨダク\",", PackRules.DuplicateField, "kana" },
        { Ward, "\"kana\": \"チヨダク\",", "\"kana\": \"\",", PackRules.NotText, "" },
        { Ward, "\"kana\": \"チヨダク\",", "\"kana\": 5,", PackRules.NotText, "5" },
        { Ward, "\"required\": true", "\"required\": \"yes\"", PackRules.NotFlag, "yes" },
        { Ward, "\"languages\": [\"ja\", \"ja-easy\", \"en\", ", "\"languages\": \"ja\", \"more\": [", PackRules.NotList, "ja" },
        { Ward, "\"kana\": \"チヨダク\",", "\"kana\": \"\\ud800\",", PackRules.NotJson, "*" },
        { Ward, "\"verifiedOn\": null", "\"verifiedOn\": \"2026-13-01\"", PackRules.NotDate, "2026-13-01" },
        { Ward, "\"verifiedBy\": null", "\"verifiedBy\": \"防災課\"", PackRules.HalfVerified, "防災課" },
        { Ward, "\"mode\": \"manual\"", "\"mode\": \"telepathy\"", PackRules.UnknownWord, "telepathy" },

        { Criteria, "\"proposes\": {", "\"proposes\": 4, \"proposed\": {", PackRules.NotObject, "4" },

        // ward.json
        { Ward, "\"languages\": [\"ja\",", "\"languages\": [", PackRules.JapaneseMissing, "[…]" },
        { Ward, "\"131016\"", "\"131017\"", PackRules.CheckDigit, "131017" },
        { Ward, "\"131016\"", "\"13101\"", PackRules.CodeDigits, "13101" },
        { Ward, "\"312\"", "\"31\"", PackRules.CodeDigits, "31" },
        { Ward, "\"東京湾内湾\"", "\"東京湾内海\"", PackRules.TsunamiRegionName, "東京湾内海" },
        { Ward, "\"東京湾内湾\"", "\"相模湾・三浦半島\"", PackRules.TsunamiRegionName, "相模湾・三浦半島" },
        { Ward, "\"830304004400\"", "\"83030400440\"", PackRules.CodeDigits, "83030400440" },
        { Ward, "\"VPWW60\"", "\"VPWW6\"", PackRules.TelegramFamily, "VPWW6" },
        { Ward, "\"VPWW60\"", "\"VPWW61\"", PackRules.Duplicate, "VPWW61" },
        { Ward, "\"fullStateFamilies\":", "\"fallbackFamilies\": [\"VPWW55\"],\n  \"fullStateFamilies\":", PackRules.UnknownWord, "VPWW55" },
        { Ward, "\"fullStateFamilies\":", "\"fallbackFamilies\": [\"VXWW50\", \"VXWW50\"],\n  \"fullStateFamilies\":", PackRules.Duplicate, "VXWW50" },
        { Ward, "\"チヨダク\"", "\"ちよだく\"", PackRules.NotKatakana, "ちよだく" },
        { Ward, "    [139.769798, 35.704988],\n", "", PackRules.OutlineOpen, "73" },

        // incidents.json, tasks.json
        { Incidents, "\"headquarters\": \"alert\"", "\"headquarters\": \"tent\"", PackRules.UnknownWord, "tent" },
        { Incidents, "\"id\": \"second\"", "\"id\": \"first\"", PackRules.Duplicate, "first" },
        { Incidents, "\"phenomenon\": \"tsunami\"", "\"phenomenon\": \"meteor\"", PackRules.UnknownWord, "meteor" },
        { Incidents, "\"atLeast\": \"5+\"", "\"atLeast\": \"level-5\"", PackRules.RelayGrade, "level-5" },
        { Incidents, "\"atLeast\": \"5+\", \"posture\": \"third\"", "\"atLeast\": \"5+\", \"posture\": \"ninth\"", PackRules.UnknownPosture, "ninth" },
        { Tasks, "\"owner\": \"避難所班\"", $"\"owner\": \"{new string('班', 101)}\"", PackRules.FieldTooLong, "*" },
        { Incidents, "\"name\": \"警戒態勢\"", $"\"name\": \"{new string('態', 101)}\"", PackRules.FieldTooLong, "*" },
        { Tasks, "\"transcript\": \"tokyo\"", "\"transcript\": \"kyoto\"", PackRules.UnknownTranscript, "kyoto" },
        { Tasks, "[\"order-lifted\"]", "[\"order-shouted\"]", PackRules.UnknownWord, "order-shouted" },
        { Tasks, "[\"order-lifted\"]", "[]", PackRules.EmptyList, "[…]" },
        { Tasks, "\"dueMinutes\": 30", "\"dueMinutes\": 0", PackRules.TaskMinutes, "0" },
        { Tasks, "\"levels\": [3]", "\"levels\": [2]", PackRules.LevelRange, "2" },
        { Tasks, "\"id\": \"re-evaluate\"", "\"id\": \"reach\"", PackRules.Duplicate, "reach" },
        { Tasks, "\"repeatMinutes\": 60,\n      \"endsWithSubject\": true", "\"repeatMinutes\": 60,\n      \"endsWithSubject\": false", PackRules.EndlessTask, "60" },

        // areas.csv
        { Areas, ",elderly,households", ",households,elderly", PackRules.CsvHeader, "*" },
        { Areas, "code,name", "code,title", PackRules.CsvHeader, "name" },
        { Areas, FirstArea, FirstArea + ",", PackRules.CsvColumns, FirstArea + "," },
        { Areas, FirstArea, "\"" + FirstArea, PackRules.CsvQuote, "*" },
        { Areas, "13101001002", "13101001001", PackRules.Duplicate, "13101001001" },
        { Areas, "13101049000", "1310104900", PackRules.CodeDigits, "1310104900" },
        { Areas, "飯田橋一丁目,飯田橋,1", "飯田橋一丁目,飯田橋,2", PackRules.AreaName, "飯田橋一丁目" },
        { Areas, "イイダバシイッチョウメ", "いいだばし", PackRules.NotKatakana, "いいだばし" },
        { Areas, "Iidabashi 1-chome", "Iidabashi １", PackRules.NotAscii, "Iidabashi １" },
        { Areas, "139.749414,35.69847", "35.69847,139.749414", PackRules.OutsideWard, "35.69847,139.749414" },
        { Areas, "139.749414,35.69847", "139.749414,", PackRules.HalfLocated, "139.749414" },
        { Areas, "139.749414,35.69847", ",", PackRules.MissingField, "longitude, latitude" },
        { Areas, "139.749414,35.69847", "east,35.69847", PackRules.NotNumber, "east" },
        { Areas, "139.749414,35.69847,,", "139.749414,35.69847,-1,", PackRules.NegativeNumber, "-1" },
        { Areas, "139.749414,35.69847,,", "139.749414,35.69847,many,", PackRules.NotWholeNumber, "many" },
        { Areas, "139.749414,35.69847,,,", "139.749414,35.69847,100,,101", PackRules.MoreElderlyThanResidents, "101" },

        // reasons
        { "reasons/flood.json", "\"hazard\": \"flood\"", "\"hazard\": \"water\"", PackRules.UnknownWord, "water" },
        { "reasons/flood.json", "\"reasons\": [", "\"reasons\": [{ \"ja\": \"川の水位が上がり、氾濫するおそれがあるため\", \"ja-easy\": \"あ\", \"en\": \"a\" },", PackRules.Duplicate, "川の水位が上がり、氾濫するおそれがあるため" },
        { "reasons/flood.json", "\"reasons\": [", $"\"reasons\": [{{ \"ja\": \"{new string('川', 201)}\", \"ja-easy\": \"あ\", \"en\": \"a\" }},", PackRules.ReasonTooLong, new string('川', 201) },
        { "reasons/flood.json", ",\n      \"en\": \"Water has come over the river wall or levee\"", "", PackRules.LanguageMissing, "en" },

        // zones
        { Zone, "\"id\": \"kanda-river\"", "\"id\": \"kanda\"", PackRules.FileName, "kanda" },
        { Zone, "\"cause\": \"830304004400\"", "\"cause\": \"tamagawa\"", PackRules.UnknownCause, "tamagawa" },
        { Zone, "\"hazard\": \"flood\"", "\"hazard\": \"landslide\"", PackRules.CauseHazard, "landslide" },
        { Zone, "13101001003", "13199999999", PackRules.UnknownArea, "13199999999" },
        { Zone, "飯田橋三丁目", "飯田橋四丁目", PackRules.AreaNameDiffers, "飯田橋四丁目" },
        { Zone, "\"code\": \"13101001004\", \"name\": \"飯田橋四丁目\"", "\"code\": \"13101001003\", \"name\": \"飯田橋三丁目\"", PackRules.Duplicate, "13101001003" },
        { Zone, "\"en\": \"Low ground along the Kanda River\"", "\"fr\": \"Kanda\"", PackRules.UnknownLanguage, "fr" },

        { Zone, ",\n    \"en\": \"Low ground along the Kanda River\"", "", PackRules.LanguageMissing, "en" },

        // criteria
        { Criteria, "\"source\": \"warning\"", "\"source\": \"dream\"", PackRules.UnknownWord, "dream" },
        { Silent, "\"criteria\": []", GaugeCriterion.Replace("3.0", "300"), PackRules.GaugeMeters, "300" },
        { Silent, "\"criteria\": []", GaugeCriterion.Replace("3.0", "\"high\""), PackRules.NotNumber, "high" },
        { Criteria, "\"kind\": \"order\"", "\"kind\": \"dream\"", PackRules.UnknownWord, "dream" },
        { Criteria, "\"phenomenon\": \"flood\"", "\"phenomenon\": \"locusts\"", PackRules.UnknownWord, "locusts" },
        { Criteria, "\"when\": {\n        \"phenomenon\": \"flood\"", "\"when\": {\n        \"phenomenon\": \"wind\"", PackRules.MissingField, "atLeast" },
        { Earthquake, "\"5-\"", "\"strong\"", PackRules.RelayGrade, "strong" },
        { Earthquake, "\"stay-where-you-are\"", "\"run\"", PackRules.NoticeOfCriterion, "notices.unknown-template" },
        { Earthquake, "\"slots\": {}", "\"slots\": { \"who\": \"x\" }", PackRules.NoticeOfCriterion, "notices.unknown-slot" },
        { Earthquake, "\"zone\": \"*\"", "\"zone\": \"sumida\"", PackRules.UnknownZone, "sumida" },
        { Criteria, "\"zone\": \"kanda-river\"", "\"zone\": \"*\"", PackRules.UnknownZone, "*" },
        { Criteria, "\"atLeastLevel\": 3", "\"atLeastLevel\": 6", PackRules.WarningLevelRange, "6" },
        { Criteria, "\"cause\": \"830304004400\",\n        \"atLeast", "\"cause\": \"830304000100\",\n        \"atLeast", PackRules.ConditionCause, "830304000100" },
        { Criteria, "\"cause\": \"830304004400\",\n        \"atLeast", "\"cause\": \"830304009999\",\n        \"atLeast", PackRules.UnknownForecastArea, "830304009999" },
        { Criteria, "\"cause\": \"830304004400\",\n        \"atLeast", "\"exactLevel\": 3,\n        \"atLeast", PackRules.OneLevelTest, "flood" },
        { Criteria, "\"phenomenon\": \"flood\",\n        \"cause\": \"830304004400\"", "\"phenomenon\": \"flood\"", PackRules.FloodNeedsCause, "flood" },
        { Criteria, "\"zone\": \"kanda-river\"", "\"zone\": \"sumida\"", PackRules.UnknownZone, "sumida" },
        { Criteria, "\"zone\": \"kanda-river\"", "\"zone\": \"arakawa\"", PackRules.ZoneCause, "arakawa" },
        { Criteria, "\"level\": 3,", "\"level\": 2,", PackRules.LevelRange, "2" },
        { Criteria, "\"level\": 3,", "\"level\": null,", PackRules.LevelRequired, "null" },
        { Criteria, "\"effectiveUntil\": null", "\"effectiveUntil\": \"2026-05-27\"", PackRules.DatesReversed, "2026-05-27" },
        { Criteria, "\"kanda-river-4\"", "\"kanda-river-3\"", PackRules.Duplicate, "kanda-river-3" },

        // shelters.csv
        { Shelters, "131016,CHY-001", "131024,CHY-001", PackRules.OtherMunicipality, "131024" },
        { Shelters, "CHY-002", "CHY-001", PackRules.Duplicate, "CHY-001" },
        { Shelters, "CHY-001,shelter", "CHY-001,hotel", PackRules.UnknownWord, "hotel" },
        { Shelters, "千代田区麹町2-8,13101042002", "千代田区麹町2-8,13101042009", PackRules.UnknownArea, "13101042009" },
        { Shelters, "35.685573,139.739317", "35.7,140.2", PackRules.OutsideWard, "140.2,35.7" },
        { Shelters, "35.685573,139.739317,,,", "35.685573,139.739317,,2,", PackRules.UnknownWord, "2" },
        { Shelters, ",,,公開データの座標・2016年の公開一覧・町会のページ,確度中", ",2026-02-01,2026-01-01,公開データの座標,確度中", PackRules.DatesReversed, "2026-01-01" },
        { Shelters, "コウジマチショウガッコウ", "麹町小", PackRules.NotKatakana, "麹町小" },

        // facilities.csv
        { Facilities, "F-002", "F-001", PackRules.Duplicate, "F-001" },
        { Facilities, "F-001,underground-mall", "F-001,cinema", PackRules.UnknownWord, "cinema" },
        { Facilities, "東京駅一番街,13101056001", "東京駅一番街,13101056009", PackRules.UnknownArea, "13101056009" },
        { Facilities, "kanda-river", "sumida", PackRules.UnknownZone, "sumida" },
        { Facilities, "13101056001,,-1,", "13101056001,,0,", PackRules.Floor, "0" },
        { Facilities, "13101056001,,-1,,", "13101056001,,-1,0120-ABC,", PackRules.Telephone, "電話_昼" },
        { Facilities, "13101056001,,-1,,,,", "13101056001,,-1,,,,nobody", PackRules.MailAddress, "メール" },
        { FacilityTexts, "区域：{areas}", "区域：{place}", PackRules.UnknownSlot, "place" },
        { FacilityTexts, "{facility} 御中", "{facility 御中", PackRules.Braces, "*" },
        { FacilityTexts, "ほかの避難情報が続いていることがあります。", "もう安全です。", PackRules.NeverSafe, "安全" },

        // call-out.json
        { CallOut, "{ \"id\": \"duty-2\", \"name\": \"防災担当係長\" }", "{ \"id\": \"duty-1\", \"name\": \"防災担当係長\" }", PackRules.Duplicate, "duty-1" },
        { CallOut, "\"turn\": [\"duty-1\"", "\"turn\": [\"nobody\"", PackRules.UnknownPost, "nobody" },
        { CallOut, "\"answerWithinMinutes\": 3", "\"answerWithinMinutes\": 0", PackRules.AnswerMinutes, "0" },
        { CallOut, "\"on\": \"proposal\"", "\"on\": \"rumour\"", PackRules.UnknownWord, "rumour" },
        { CallOut, "\"atLeastLevel\": 3", "\"atLeastLevel\": 2", PackRules.LevelRange, "2" },
        { CallOut, "\"atLeastIntensity\": \"5-\"", "\"atLeastIntensity\": \"8\"", PackRules.UnknownWord, "8" },
        { CallOut, "\"afterMinutes\": 15", "\"afterMinutes\": 1", PackRules.SilentMinutes, "1" },
        { CallOut, "\"afterMinutes\": 5,", "\"afterMinutes\": 0,", PackRules.WaitingMinutes, "0" },
        { CallOut, "\"posture\": \"alert\"", "\"posture\": \"ninth\"", PackRules.PostureWithoutPosts, "ninth" },
        { CallOut, "判断を待つ案が画面にあります", "避難指示の案があります", PackRules.CallSaysOrder, "避難指示" },
        { CallOut, "次の職を呼びます。{url}", "次の職を呼びます。", PackRules.MissingSlot, "url" },
        { CallOut, "呼出し（{post}）", "呼出し（{telephone}）", PackRules.UnknownSlot, "telephone" },

        // roles.json
        { Roles, "\"hazards\": [", "\"hazards\": [], \"others\": [", PackRules.EmptyList, "[…]" },
        { Roles, "\"id\": \"delegate\"", "\"id\": \"mayor\"", PackRules.Duplicate, "mayor" },
        { Roles, "\"actsFor\": \"mayor\"", "\"actsFor\": \"acting-official\"", PackRules.UnknownPrincipal, "acting-official" },

        // messages
        { Messages, FirstTemplate, FirstTemplate.Replace("3", "2", StringComparison.Ordinal), PackRules.LevelRange, "2" },
        { Messages, "\"hazard\": \"tsunami\", \"act\": \"issue\", \"level\": null", "\"hazard\": \"tsunami\", \"act\": \"issue\", \"level\": 4", PackRules.LevelWithoutMeaning, "4" },
        { Messages, "\"title\": \"警戒レベル3 高齢者等避難 {cause}の洪水\"", "\"title\": \"{cause}の洪水 警戒レベル3 高齢者等避難\"", PackRules.LevelFirst, "*" },
        { Messages, "\"body\": \"{ward} {time}発令。{areas}。", "\"body\": \"{ward} {time}発令。{place}。{areas}。", PackRules.UnknownSlot, "place" },
        { Messages, "\"body\": \"{ward} {time}発令。{areas}。", "\"body\": \"{ward} {time}発令。", PackRules.MissingSlot, "areas" },
        { Messages, "レベル3に切替。地下", "レベル3に切替。{reason}地下", PackRules.UnknownSlot, "reason" },
        { Messages, "\"because\": \"理由：{reason}。\"", "\"because\": \"理由あり。\"", PackRules.MissingSlot, "reason" },
        { Messages, "\"short\": \"（{fields}の誤り）\"", "\"short\": \"（誤り）\"", PackRules.MissingSlot, "fields" },
        { Messages, "\"body\": \"{ward} {time}発令。{areas}。", "\"body\": \"{ward} {time}発令。{areas。", PackRules.Braces, "*" },
        { Messages, "{cause}の水位が上がっています。地下", "{cause}の水位が上がり、これまでに経験のない速さで川沿いの低い土地にあふれ出すおそれがあるので十分に気をつけてください。そして地下", PackRules.TooLong, "*" },
        { Messages, "{cause}の水位が上がっています。地下", "避難勧告です。地下", PackRules.AbolishedWord, "避難勧告" },
        { Messages, "を解除。{remaining}引き続き", "を解除。{remaining}もう安全です。引き続き", PackRules.NeverSafe, "安全" },
        { Messages, "の通知は誤りで、発令していません。", "の通知を解除しました。", PackRules.VoidIsNoLift, "解除" },
        { Messages, "\"title\": \"【訂正】先の警戒レベル3 高齢者等避難は誤りです\"", "\"title\": \"警戒レベル3 高齢者等避難は誤りです\"", PackRules.VoidNotLevelFirst, "*" },
        { Messages, "ほかに発令中の避難情報はありません。", "安全になりました。", PackRules.NeverSafe, "安全" },
        { Messages, "\"4\": \"警戒レベル4 避難指示\"", "\"4\": \"避難指示\"", PackRules.LevelNumber, "避難指示" },
        { Messages, "\"time\": \"H:mm\"", "\"time\": \"時刻\"", PackRules.TimeFormat, "時刻" },
        { Messages, "\"more\": \"ほか{count}地区\"", "\"more\": \"ほか\"", PackRules.MissingSlot, "count" },

        { Messages, FirstTemplate, FirstTemplate.Replace(", \"action\": \"go-up\"", "", StringComparison.Ordinal), PackRules.TemplateAction, "issue" },
        { Messages, "\"川・地下道・アンダーパスに近づかない\"", "\"川に近づかない\", \"地下道に近づかない\"", PackRules.TemplateActions, "4" },

        // relays
        { Relay, "\"id\": \"kanda-river\"", "\"id\": \"kanda\"", PackRules.FileName, "kanda" },
        { Relay, "\"phenomenon\": \"flood\"", "\"phenomenon\": \"other\"", PackRules.RelayPhenomenon, "other" },
        { Relay, "\"atLeast\": \"level-3\"", "\"atLeast\": \"level-6\"", PackRules.RelayGrade, "level-6" },
        { Relay, "\"atLeast\": \"level-4\"", "\"atLeast\": \"warning\"", PackRules.RelayGrade, "warning" },
        { Relay, "\"held\": \"morning\"", "\"held\": \"evening\"", PackRules.UnknownWord, "evening" },
        { Relay, "\"VXKO\"", "\"VXSE43\"", PackRules.EarlyWarning, "VXSE43" },
        { Relay, "\"VXKO\"", "\"VXSE45\"", PackRules.EarlyWarning, "VXSE45" },
        { Relay, "\"VXKO\"", "\"vxko\"", PackRules.RelayFamily, "vxko" },
        { Relay, "\"cause\": \"830304004400\"", "\"cause\": \"830304009999\"", PackRules.UnknownForecastArea, "830304009999" },
        { Relay, "  \"cause\": \"830304004400\",\n", "", PackRules.RelayCause, "flood" },
        { Relay, "\"zone\": \"kanda-river\"", "\"zone\": \"sumida\"", PackRules.UnknownZone, "sumida" },
        { Relay, "\"webpush\"", "\"portal\"", PackRules.RelayChannel, "portal" },
        { Relay, "\"webpush\"", "\"telegraph\"", PackRules.RelayChannel, "telegraph" },
        { Relay, "\"tellForMinutes\": 60", "\"tellForMinutes\": 3", PackRules.RelayMinutes, "3" },
        { Relay, "\"en\": \"the Kanda River\"", "\"fr\": \"Kanda\"", PackRules.UnknownLanguage, "fr" },
        { Relay, "\"verifiedBy\": null", "\"verifiedBy\": \"防災課\"", PackRules.HalfVerified, "防災課" },
        { Relay, "\"cause\": \"830304004400\"", "\"cause\": \"830304000100\"", PackRules.RelayOverlap, "flood" },
        { RelayTexts, "\"title\": \"気象庁発表 {what}（{place}）\"", "\"title\": \"区から {what}（{place}）\"", PackRules.RelayOpening, "*" },
        { RelayTexts, "\"opening\": \"気象庁発表\"", "\"opening\": \"区からのお知らせ\"", PackRules.RelayOpening, "区からのお知らせ" },
        { RelayTexts, "防災ポータルに載せています。", "すぐに逃げてください。", PackRules.RelayImperative, "ください" },
        { RelayTexts, "防災ポータルに載せています。", "避難指示に相当します。", PackRules.RelayImperative, "避難指示" },
        { RelayTexts, "の{what}は解除されました。", "は解除されました。", PackRules.MissingSlot, "what" },
        { RelayTexts, "の{what}は解除されました。", "の{what}{areas}は解除されました。", PackRules.UnknownSlot, "areas" },
        { RelayTexts, "の{what}は解除されました。", "の{whatは解除されました。", PackRules.Braces, "*" },
        { RelayTexts, "区が出す情報は、これとは別に", "これは、川の水位や雨の降り方、これからの見通しをもとに気象庁と河川の管理者が共同で発表するもので、区が出す情報は、これとは別のものとして、町丁目ごとに、いつ、どこに、何を出したかが分かる形で、", PackRules.TooLong, "*" },
        { RelayTexts, "\"change\": \"cancel\"", "\"change\": \"lift\"", PackRules.Duplicate, "*/Lift" },
        { RelayTexts, "\"change\": \"down\"", "\"change\": \"sideways\"", PackRules.UnknownWord, "sideways" },

        // announced tests
        { Test, "2027-01-15T10:00:00+09:00", "2027-01-15T10:00:00", PackRules.TestTime, "2027-01-15T10:00:00" },
        { Test, "\"id\": \"announced-test\"", "\"id\": \"kanda-river\"", PackRules.Duplicate, "kanda-river" },
        { Test, "\"tellForMinutes\": 60", "\"tellForMinutes\": 4", PackRules.RelayMinutes, "4" },
        { Test, "\"webpush\"", "\"portal\"", PackRules.RelayChannel, "portal" },
        { TestTexts, "\"title\": \"【試験】", "\"title\": \"", PackRules.TestMark, "*" },
        { TestTexts, "実際の災害ではありません。", "避難してください。", PackRules.RelayImperative, "避難してください" },
        { TestTexts, "実際の災害ではありません。", "警戒レベル4ではありません。", PackRules.RelayImperative, "警戒レベル" },
        { TestTexts, "{place}（{time}）", "{place}", PackRules.MissingSlot, "time" },
        { TestTexts, "{place}（{time}）", "{place}（{time}）{areas}", PackRules.UnknownSlot, "areas" },

        // notices
        { NoticeTexts, "\"title\": \"区のお知らせ【訂正】{title}\"", "\"title\": \"【訂正】{title}\"", PackRules.NoticeOpening, "*" },
        { NoticeTexts, "実際の災害ではありません。\"", "避難指示ではありません。\"", PackRules.NoticeOrderWord, "避難指示" },
        { NoticeTexts, "実際の災害ではありません。\"", "レベル４の想定です。\"", PackRules.NoticeOrderWord, "レベル4" },
        { NoticeTexts, "\"validHours\": 168", "\"validHours\": 400", PackRules.NoticeHours, "400" },
        { NoticeTexts, "{day}、{what}を行います。", "{day}に行います。", PackRules.MissingSlot, "what" },
        { NoticeTexts, "{day}、{what}を行います。", "{day}、{what}を{place}で行います。", PackRules.UnknownSlot, "place" },
        { NoticeTexts, "{day}、{what}を行います。", "{day}、{whatを行います。", PackRules.Braces, "*" },
        { NoticeTexts, "\"body\": \"{text}\"", $"\"body\": \"{{text}}{new string('長', 120)}\"", PackRules.TooLong, "*" },
        { NoticeTexts, "\"id\": \"free\"", "\"id\": \"exercise\"", PackRules.Duplicate, "exercise" },
        { NoticeTexts, "\"category\": \"exercise\"", "\"category\": \"party\"", PackRules.UnknownWord, "party" },
        { NoticeTexts, "{ward}（{time}）このお知らせを", "{ward}　このお知らせを", PackRules.MissingSlot, "time" },
        { NoticeEnglish, "\"id\": \"exercise\"", "\"id\": \"drill\"", PackRules.TemplateExtra, "drill" },
        { NoticeEnglish, "The earlier notice was wrong.", "The earlier notice was wrong ({reason}).", PackRules.UnknownSlot, "reason" },

        // channels and exercises
        { Channels, "\"id\": \"email\"", "\"id\": \"telegraph\"", PackRules.UnknownWord, "telegraph" },
        { Channels, "\"id\": \"email\"", "\"id\": \"portal\"", PackRules.Duplicate, "portal" },
        { Channels, "\"state\": \"off\"", "\"state\": \"perhaps\"", PackRules.UnknownWord, "perhaps" },
        { Scenario, "\"afterSeconds\": 3", "\"afterSeconds\": 7000", PackRules.StepOrder, "6" },
        { Scenario, "08_VPWW55_lifted.xml", "09.xml", PackRules.StepFile, "09.xml" },
    };

    [Theory]
    [MemberData(nameof(OneWrongValue))]
    public void IsNamedByFileLineRuleAndValue(string file, string old, string replacement, string rule, string value)
    {
        using var copy = new PackCopy();
        var line = copy.Replace(file, old, replacement);

        var load = copy.Load();

        Assert.Null(load.Pack);
        var found = load.Problems.Where(problem => problem.Rule == rule && (value == "*" || problem.Value == value)).ToList();
        Assert.True(found.Count > 0, string.Join("\n", load.Problems));
        Assert.Equal(file, found[0].File);
        Assert.InRange(found[0].Line, line - Reach(rule), line + Reach(rule));
        Assert.Matches(BothLanguages(), rule);
    }

    [Theory]
    [InlineData("ward.json")]
    [InlineData("areas/areas.csv")]
    [InlineData("areas/areas.csv.json")]
    [InlineData("shelters.csv")]
    [InlineData("shelters.csv.json")]
    [InlineData("facilities.csv.json")]
    [InlineData("messages/ja/facilities.json")]
    [InlineData("roles.json")]
    [InlineData("channels.json")]
    [InlineData("messages/en/orders.json")]
    [InlineData("messages/en/relays.json")]
    [InlineData("messages/ja/notices.json")]
    [InlineData("exercises/heavy-rain/scenario.json")]
    public void AMissingFile_IsNamed(string file)
    {
        using var copy = new PackCopy();
        File.Delete(copy.PathOf(file));

        Assert.Contains(copy.Load().Problems, problem => problem.File == file && problem.Rule == PackRules.FileMissing);
    }

    [Fact]
    public void AMissingField_IsNamed()
    {
        using var copy = new PackCopy();
        copy.Replace(Ward, "  \"kana\": \"チヨダク\",\n", string.Empty);

        var problem = Assert.Single(copy.Load().Problems, problem => problem.Rule == PackRules.MissingField);
        Assert.Equal((Ward, 1, "kana"), (problem.File, problem.Line, problem.Value));
    }

    [Fact]
    public void BrokenJson_IsNamedByItsLine()
    {
        using var copy = new PackCopy();
        var line = copy.Replace(Roles, "\"holder\": null,", "\"holder\": null");

        var problem = Assert.Single(copy.Load().Problems, problem => problem.Rule == PackRules.NotJson);
        Assert.Equal((Roles, line + 1), (problem.File, problem.Line));
    }

    [Fact]
    public void AnotherEncoding_IsRefused()
    {
        using var copy = new PackCopy();
        File.WriteAllBytes(copy.PathOf(Areas), Encoding.Latin1.GetBytes("code,é"));

        Assert.Contains(copy.Load().Problems, problem => problem.File == Areas && problem.Rule == PackRules.NotUtf8);
    }

    [Fact]
    public void AByteOrderMarkAndWindowsLineEnds_AreTaken()
    {
        using var copy = new PackCopy();
        var path = copy.PathOf(Areas);
        File.WriteAllText(path, File.ReadAllText(path).ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.True(copy.Load().TryGet(out var pack));
        Assert.Equal(115, pack.Areas.Count);
    }

    [Fact]
    public void ATemplateThatOneLanguageLacks_IsNamed()
    {
        using var copy = new PackCopy();
        copy.Replace("messages/en/orders.json", "\"act\": \"lift\", \"level\": 5", "\"act\": \"lift\", \"level\": 4");

        Assert.Contains(copy.Load().Problems, problem => problem.Rule == PackRules.TemplateMissing && problem.Value == "Flood/Lift/5/-");
    }

    [Fact]
    public void ATemplateThatOnlyAnotherLanguageHas_IsNamed()
    {
        using var copy = new PackCopy();
        var line = copy.Replace(Messages, "\"act\": \"lift\", \"level\": 5", "\"act\": \"lift\", \"level\": 4");

        var extra = copy.Load().Problems.Where(problem => problem.Rule == PackRules.TemplateExtra).ToList();
        Assert.Equal(["messages/en/orders.json", "messages/ja-easy/orders.json"], extra.Select(problem => problem.File));
        Assert.All(extra, problem => Assert.Equal((line, "Flood/Lift/5/-"), (problem.Line, problem.Value)));
    }

    [Fact]
    public void AnEmptyFolder_IsNamed()
    {
        using var copy = new PackCopy();
        Directory.Delete(copy.PathOf("zones"), recursive: true);

        Assert.Contains(copy.Load().Problems, problem => problem.File == "zones" && problem.Rule == PackRules.FolderEmpty);
    }

    [Fact]
    public void AProposalThatNobodyCouldSay_IsNamed()
    {
        using var copy = new PackCopy();
        var line = copy.Replace(Criteria, "\"action\": \"go-up\"", "\"action\": \"move-from-slope\"");

        var problem = copy.Load().Problems.First(problem => problem.Rule == PackRules.NoTemplate);
        Assert.Equal((Criteria, "Flood/Issue/3/MoveFromSlope"), (problem.File, problem.Value));
        Assert.InRange(line - problem.Line, 0, 3);
    }

    [Fact]
    public void AProposalThatNobodyMayDecide_IsNamed()
    {
        using var copy = new PackCopy();
        var path = copy.PathOf(Roles);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"landslide\"", "\"other\"", StringComparison.Ordinal));

        Assert.Contains(copy.Load().Problems, problem => problem.Rule == PackRules.NoAuthority && problem.Value == "landslide-4");
    }

    [Fact]
    public void EveryProblemOfAPack_IsNamedAtOnce()
    {
        using var copy = new PackCopy();
        copy.Replace(Ward, "\"131016\"", "\"131017\"");
        copy.Replace(Areas, "139.749414", "39.749414");
        copy.Replace(Zone, "13101001003", "13199999999");

        var files = copy.Load().Problems.Select(problem => problem.File).ToHashSet();

        Assert.Superset(new HashSet<string> { Ward, Areas, Zone }, files);
    }

    // A problem of a whole list or of a pair of fields stands at the list or the pair, some lines from the edited text.
    private static int Reach(string rule) => rule switch
    {
        PackRules.OutlineOpen or PackRules.Duplicate or PackRules.HalfVerified or PackRules.LanguageMissing => 3,
        PackRules.TemplateActions => 6,
        PackRules.StepOrder or PackRules.OneLevelTest or PackRules.RelayOverlap or PackRules.RelayCause => 1,
        _ => 0,
    };

    [GeneratedRegex(@"。 \([A-Z].*\.\)$")]
    private static partial Regex BothLanguages();
}
