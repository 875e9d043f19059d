using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Reads <c>shelters.csv</c>: a reduced set of the columns of 自治体標準オープンデータセット「指定緊急避難場所一覧」 under their own
/// names, with kind, validity and source added.
/// </summary>
internal static class SheltersReader
{
    public const string File = "shelters.csv";

    private static readonly (string Column, Hazard Hazard)[] Hazards =
    [
        ("災害種別_洪水", Hazard.Flood),
        ("災害種別_崖崩れ、土石流及び地滑り", Hazard.Landslide),
        ("災害種別_高潮", Hazard.StormSurge),
        ("災害種別_地震", Hazard.Earthquake),
        ("災害種別_津波", Hazard.Tsunami),
        ("災害種別_大規模な火事", Hazard.Fire),
        ("災害種別_内水氾濫", Hazard.InlandFlood),
    ];

    private static readonly string[] Columns =
    [
        "全国地方公共団体コード", "ID", "種別", "名称", "名称_カナ", "名称_英字", "所在地_連結表記", "町丁目コード", "緯度", "経度", "電話番号",
        .. Hazards.Select(hazard => hazard.Column),
        "想定収容人数", "有効開始日", "有効終了日", "出典", "備考",
    ];

    public static IReadOnlyList<RegisteredShelter> Read(
        PackFolder folder, Ward ward, WardBox box, IReadOnlyDictionary<AreaCode, Area> areas)
    {
        folder.VerifiedBeside(File);
        if (folder.Text(File) is not { } text)
        {
            return [];
        }

        var shelters = new List<RegisteredShelter>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(folder.Report, File, text, Columns))
        {
            var shelter = Shelter(row, box);
            if (row.Text("全国地方公共団体コード") is var code && code != ward.MunicipalityCode && WardReader.HasCheckDigit(ward.MunicipalityCode))
            {
                row.Problem(PackRules.OtherMunicipality, code);
            }

            if (!ids.Add(shelter.Id))
            {
                row.Problem(PackRules.Duplicate, shelter.Id);
            }

            if (!areas.ContainsKey(shelter.Area))
            {
                row.Problem(PackRules.UnknownArea, shelter.Area.Value);
            }

            if (shelter.ValidUntil < shelter.ValidFrom)
            {
                row.Problem(PackRules.DatesReversed, $"{shelter.ValidUntil:yyyy-MM-dd}");
            }

            if (shelter.Kana is not null && !JapaneseScript.IsKatakana(shelter.Kana))
            {
                row.Problem(PackRules.NotKatakana, shelter.Kana);
            }

            shelters.Add(shelter);
        }

        return shelters;
    }

    private static RegisteredShelter Shelter(CsvRow row, WardBox box) => new()
    {
        Id = row.Text("ID"),
        Kind = row.Word<ShelterKind>("種別"),
        Name = row.Text("名称"),
        Kana = row.Optional("名称_カナ"),
        EnglishName = row.Optional("名称_英字"),
        Address = row.Text("所在地_連結表記"),
        Area = new AreaCode(row.Text("町丁目コード")),
        Location = row.Point("経度", "緯度", box),
        Telephone = row.Optional("電話番号"),
        CapacityPersons = row.Count("想定収容人数"),
        FitFor = Hazards
            .Select(hazard => (hazard.Hazard, Flag: row.Flag(hazard.Column)))
            .Where(pair => pair.Flag is not null)
            .ToDictionary(pair => pair.Hazard, pair => pair.Flag!.Value),
        ValidFrom = row.Day("有効開始日"),
        ValidUntil = row.Day("有効終了日"),
        Source = row.Text("出典"),
        Note = row.Optional("備考") ?? string.Empty,
    };
}
