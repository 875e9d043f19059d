using Chiyoda.Bousai.Domain.WardPacks;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.WardPacks;

public class LiveReadinessTests
{
    private const string Verified = "\"verifiedBy\": \"試験担当\",\n  \"verifiedOn\": \"2026-04-01\",\n  \"validUntil\": \"2027-03-31\"";
    private const string Unverified = "\"verifiedBy\": null,\n  \"verifiedOn\": null,\n  \"validUntil\": null";

    [Theory]
    [InlineData(2026, 4, 1, 0)]
    [InlineData(2027, 3, 31, 0)]
    [InlineData(2026, 3, 31, 1)]
    [InlineData(2027, 4, 1, 1)]
    public void AVerifiedFile_IsRelied_OnInsideItsDaysOnly(int year, int month, int day, int gaps)
    {
        using var copy = new PackCopy();
        copy.Replace("zones/kanda-river.json", Unverified, Verified);

        var pack = copy.Load().Pack!;

        Assert.Equal(gaps, LiveReadiness.Check(pack, new DateOnly(year, month, day)).Count(gap => gap.File == "zones/kanda-river.json"));
    }

    [Fact]
    public void APackInWhichEverythingIsVerifiedCheckedAndHeld_HasNoGap()
    {
        using var copy = new PackCopy();
        foreach (var file in Directory.EnumerateFiles(copy.PathOf("."), "*.json", SearchOption.AllDirectories))
        {
            File.WriteAllText(file, File.ReadAllText(file)
                .Replace(Unverified, Verified, StringComparison.Ordinal)
                .Replace("\"holder\": null", "\"holder\": \"試験 太郎\"", StringComparison.Ordinal));
        }

        foreach (var texts in new[] { "messages/ja/orders.json", "messages/ja/relays.json", "messages/ja/notices.json", "messages/ja/facilities.json", "messages/ja/tests.json" })
        {
            copy.Replace(texts, "\"checkedBy\": null,\n  \"checkedOn\": null", "\"checkedBy\": \"試験担当\",\n  \"checkedOn\": \"2026-04-01\"");
        }

        copy.Replace("call-out.json", "\"checkedBy\": null,\n    \"checkedOn\": null", "\"checkedBy\": \"試験担当\",\n    \"checkedOn\": \"2026-04-01\"");
        var load = copy.Load();

        Assert.True(load.TryGet(out var pack), string.Join("\n", load.Problems));
        Assert.Empty(LiveReadiness.Check(pack, new DateOnly(2026, 6, 1)));
    }
}
