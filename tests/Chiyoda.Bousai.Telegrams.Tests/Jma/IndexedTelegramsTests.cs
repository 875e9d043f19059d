using System.Globalization;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>Every telegram that the index lists is read to the facts that the index states.</summary>
public sealed class IndexedTelegramsTests
{
    [Fact]
    public void EveryListedFile_IsReadToTheEnvelopeThatTheIndexStates()
    {
        Assert.True(IndexRow.All.Count > 300);
        Assert.All(IndexRow.All, row =>
        {
            var telegram = SharedData.Telegram(row["file"]);

            Assert.Equal(row["control_title"], telegram.Control.Title);
            Assert.Equal(row["status"], telegram.Control.StatusWord);
            Assert.NotNull(telegram.Control.Status);
            Assert.Equal(row["info_type"], telegram.Head.InfoTypeWord);
            Assert.NotNull(telegram.Head.InfoType);
            Assert.Equal(row["event_id"], telegram.Head.EventId);
            Assert.Equal(row["serial"], telegram.Head.Serial);
            Assert.Equal(Instant(row["control_datetime_utc"]), telegram.Control.ControlAt);
            Assert.Equal(TimeSpan.Zero, telegram.Control.ControlAt.Offset);
            Assert.Equal(Instant(row["report_datetime"]), telegram.Head.ReportedAt);
            Assert.Equal(TimeSpan.FromHours(9), telegram.Head.ReportedAt.Offset);
            Assert.Equal(
                row["valid_datetime"].Length == 0 ? null : Instant(row["valid_datetime"]), telegram.Head.ValidUntil);
            Assert.Equal(row["info_kind"], telegram.Head.InfoKind);
            Assert.Equal(row["info_kind_version"], telegram.Head.InfoKindVersion);
            Assert.Equal(row["publishing_office"], telegram.Control.PublishingOffice);
            Assert.Equal(row["head_title"], telegram.Head.Title);
        });
    }

    [Fact]
    public void EveryListedFile_HasTheHeadlineKindsThatTheIndexStates() => Assert.All(IndexRow.All, row =>
    {
        var telegram = SharedData.Telegram(row["file"]);

        var kinds = telegram.Head.Headline.Items
            .SelectMany(item => item.Kinds)
            .Select(kind => $"{kind.Code}:{kind.Name}")
            .Distinct();

        Assert.Equal(
            row["headline_kinds"].Split(';', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            kinds.Order(StringComparer.Ordinal));
    });

    [Fact]
    public void EveryListedFile_IsOfTheTypeThatItsNameStates() => Assert.All(IndexRow.All, row =>
    {
        var name = Path.GetFileNameWithoutExtension(row["file"]);
        var stated = name.Split('_').FirstOrDefault(part =>
            part.Length == 6 && part.All(char.IsAsciiLetterOrDigit) && part[..4].All(char.IsAsciiLetterUpper));
        if (stated is null)
        {
            Assert.StartsWith("real_2026", row["file"], StringComparison.Ordinal);
            stated = name.Split('_')[0].ToUpperInvariant();
        }

        var expected = stated switch
        {
            "VXKOii" or "VXSUii" or "VFSVii" => stated[..4],
            "VPTW61" or "VPTW62" => "VPTW60",
            "VYSE52" => "VYSE51",
            _ => stated,
        };

        Assert.Equal(expected, SharedData.Telegram(row["file"]).Type);
    });

    [Fact]
    public void NoListedFile_HasAnythingThatIsUnknown() => Assert.All(
        IndexRow.All, row => Assert.Empty(SharedData.Telegram(row["file"]).Notices));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
