using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>Words of the pages: whole in every language, or the start stops and says where.</summary>
public sealed class PortalTextsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-texts-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ShippedWords_AreWholeInTheOrderOfTheWard()
    {
        Assert.Equal(Pack.Ward.Languages, Texts.Languages.Select(words => words.Language));
        Assert.All(Texts.Languages, words => Assert.Null(words.CheckedBy));
    }

    [Fact]
    public void MissingKey_NamesFileAndKey()
    {
        var problem = ReadWith("en", text => text.Replace("\"skip\": \"Skip to content\",", string.Empty, StringComparison.Ordinal));

        Assert.Contains(Path.Combine("en", "portal.json"), problem, StringComparison.Ordinal);
        Assert.Contains("skip", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"none\": \"No evacuation information is in force for {ward}\"", "\"none\": \"None in force\"", "orders.none")]
    [InlineData("\"name\": \"English\"", "\"name\": \"English\", \"more\": \"x\"", "more")]
    [InlineData("\"flood\": \"River flood\",", "", "orders.hazards.flood")]
    [InlineData("\"language\": \"en\"", "\"language\": \"fr\"", "«fr»")]
    [InlineData("\"age\": \"({n} min ago)\"", "\"age\": \"({n min ago)\"", "brace")]
    public void WrongFile_IsRefusedByName(string right, string wrong, string named)
    {
        var problem = ReadWith("en", text => text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.Contains("portal.json", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingLanguage_IsRefusedByName()
    {
        var exception = Assert.Throws<InvalidDataException>(() => PortalTexts.Read(Config, ["ja", "xx"], Pack.Notices));

        Assert.Contains(Path.Combine("messages", "xx", "portal.json"), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AbolishedWords_AppearNowhere()
    {
        Assert.All(Texts.Languages.Select(words => File.ReadAllText(Path.Combine(Config, "messages", words.Language, "portal.json"))),
            text => Assert.DoesNotMatch("避難勧告|避難準備|土砂災害警戒情報|広域避難場所|一時集合場所", text));
    }

    [Theory]
    [InlineData("避難（ひなん）を", "避難|ひなん,を|")]
    [InlineData("お年寄（としよ）り", "お|,年寄|としよ,り|")]
    [InlineData("文字（もじ）だけ(かるい)", "文字|もじ,だけ(かるい)|")]
    [InlineData("カナ（かな）", "カナ（かな）|")]
    public void Reading_StandsOverTheKanjiBeforeIt(string text, string expected)
    {
        Assert.Equal(expected, string.Join(',', Reading.Split(text, LocalizedText.EasyJapanese).Select(piece => $"{piece.Text}|{piece.Above}")));
        Assert.Equal(text, Assert.Single(Reading.Split(text, LocalizedText.Japanese)).Text);
    }

    [Fact]
    public void EasyJapanese_HasAReadingForEveryKanji()
    {
        var text = File.ReadAllText(Path.Combine(Config, "messages", LocalizedText.EasyJapanese, "portal.json"));
        // Left out: what is spoken or stands in a title, the exercise mark, and dates.
        var bare = Regex.Matches(text, "\"(?<key>[^\"]+)\": \"(?<value>[^\"]*)\"")
            .Where(match => match.Groups["key"].Value is not ("name" or "mark" or "prefix" or "day" or "saidUpdated" or "saidRaised"))
            .Where(match => Reading.Split(match.Groups["value"].Value, LocalizedText.EasyJapanese)
                .Any(piece => piece.Above is null && Regex.IsMatch(piece.Text, @"\p{IsCJKUnifiedIdeographs}")))
            .Select(match => match.Value);

        Assert.Empty(bare);
    }

    private string ReadWith(string language, Func<string, string> change)
    {
        foreach (var each in Pack.Ward.Languages)
        {
            var text = File.ReadAllText(Path.Combine(Config, "messages", each, "portal.json"));
            var folder = _folder.CreateSubdirectory(Path.Combine("messages", each));
            var changed = each == language ? change(text) : text;
            Assert.True(each != language || changed != text, "The change found nothing to change.");
            File.WriteAllText(Path.Combine(folder.FullName, "portal.json"), changed);
        }

        return Assert.Throws<InvalidDataException>(() => PortalTexts.Read(_folder.FullName, Pack.Ward.Languages, Pack.Notices)).Message;
    }
}
