using Chiyoda.Bousai.Infrastructure.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

/// <summary>A register from the ward is looked at whole, compared, and only then takes the place of the pack's.</summary>
public class ImportingFacilitiesTests
{
    private const string Header = "ID,種別,名称,町丁目コード,区域,最低階,電話_昼,電話_夜,FAX,メール,管理者,利用時間,出典,備考";

    [Fact]
    public void EverythingWrong_IsNamedAtOnce_AndNoNumberIsRepeated()
    {
        using var copy = new PackCopy();
        var path = Write(
            copy,
            "X-1,station,駅,13101056001,,-1,000-0000-0001,,,,,,区,",
            "X-1,castle,城,13199999999,moat,0,０００,call me,,not an address,,,,");

        var problems = FacilitiesImport.Preview(copy.PathOf("."), path).Problems;

        Assert.Equal(
            [
                PackRules.UnknownWord, PackRules.Floor, PackRules.Telephone, PackRules.Telephone, PackRules.MailAddress, PackRules.NotText,
                PackRules.Duplicate, PackRules.UnknownArea, PackRules.UnknownZone,
            ],
            problems.Select(problem => problem.Rule));
        Assert.All(problems, problem => Assert.Equal(3, problem.Line));
        Assert.DoesNotContain(problems, problem => problem.Value.Contains("call me", StringComparison.Ordinal) || problem.Value.Contains("address", StringComparison.Ordinal));
    }

    [Fact]
    public void ASoundRegister_IsCompared_ThenTakenOver_Unverified()
    {
        using var copy = new PackCopy();
        copy.Replace("facilities.csv.json", "\"verifiedBy\": null,\n  \"verifiedOn\": null,\n  \"validUntil\": null", "\"verifiedBy\": \"試験\",\n  \"verifiedOn\": \"2026-04-01\",\n  \"validUntil\": \"2027-03-31\"");
        var before = File.ReadAllText(copy.PathOf("facilities.csv"));
        var path = Write(
            copy,
            "F-001,underground-mall,東京駅一番街,13101056001,,-1,000-0000-0001,,,,,,公開情報（所在地のみ）,",
            "F-099,care,試験の家,13101056002,,,000-0000-0002,000-0000-0003,000-0000-0004,home@example.jp,試験会,24時間,区,");

        var import = FacilitiesImport.Preview(copy.PathOf("."), path);

        Assert.Empty(import.Problems);
        Assert.Equal(["F-099"], import.Added.Select(facility => facility.Id));
        Assert.Equal(15, import.Removed.Count);
        var (changed, columns) = Assert.Single(import.Changed);
        Assert.Equal(("F-001", "電話_昼"), (changed.Id, Assert.Single(columns)));
        Assert.Equal(before, File.ReadAllText(copy.PathOf("facilities.csv")));

        FacilitiesImport.Apply(copy.PathOf("."), path, new DateOnly(2026, 11, 28));

        Assert.True(copy.Load().TryGet(out var pack));
        Assert.Equal(["F-001", "F-099"], pack.Facilities.Select(facility => facility.Id));
        Assert.Null(pack.Verifications.Single(file => file.File == "facilities.csv").VerifiedBy);
        Assert.False(FacilitiesImport.Preview(copy.PathOf("."), path).IsNews);
    }

    [Fact]
    public void APackWithoutRegister_HasNone_AndAsksNobodyToVouch()
    {
        using var copy = new PackCopy();
        File.Delete(copy.PathOf("facilities.csv"));

        Assert.True(copy.Load().TryGet(out var pack));

        Assert.Empty(pack.Facilities);
        Assert.Null(pack.FacilityWording);
        Assert.DoesNotContain(pack.Verifications, file => file.File == "facilities.csv");
    }

    [Fact]
    public void ALetterThatLacksWhatToDo_IsNamed()
    {
        using var copy = new PackCopy();
        copy.Replace("messages/ja/facilities.json", "とるべき行動：{action}", "とるべき行動");

        Assert.Contains(copy.Load().Problems, problem => problem.File == "messages/ja/facilities.json" && problem.Rule == PackRules.MissingSlot && problem.Value == "action");
    }

    private static string Write(PackCopy copy, params string[] rows)
    {
        var path = copy.PathOf("from-the-ward.csv");
        File.WriteAllText(path, string.Join('\n', [Header, .. rows, string.Empty]));
        return path;
    }
}
