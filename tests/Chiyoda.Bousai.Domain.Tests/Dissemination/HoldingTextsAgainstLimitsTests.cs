using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Dissemination;

/// <summary>Every channel at its limit and one over it.</summary>
public class HoldingTextsAgainstLimitsTests
{
    [Theory]
    [InlineData(15, 185, LimitState.Fits)]
    [InlineData(16, 180, LimitState.Refused)]
    [InlineData(15, 186, LimitState.Refused)]
    [InlineData(10, 190, LimitState.Fits)]
    public void EmergencyMail_TakesATitleOf15_AndWithTheBody200(int title, int body, LimitState state) =>
        Assert.Equal(state, ChannelLimits.EmergencyMail(new string('題', title), new string('文', body)).State);

    [Theory]
    [InlineData("a\nb", 4)]
    [InlineData("a\r\nb", 4)]
    [InlineData("\n\n", 4)]
    [InlineData("か\u3099", 1)] // か and its mark: one character to a reader
    public void EmergencyMail_CountsALineBreakTwice(string body, int count) =>
        Assert.Equal(count, ChannelLimits.EmergencyMail(string.Empty, body).Measures[1].Count);

    [Theory]
    [InlineData("くわしくは https://example.jp/ を", "URL")]
    [InlineData("www.example.jp", "URL")]
    [InlineData("03-1234-5678へ", "電話番号")]
    [InlineData("０３－１２３４－５６７８へ", "電話番号")]
    [InlineData("09012345678", "電話番号")]
    [InlineData("bousai@example.jp", "メールアドレス")]
    public void EmergencyMail_TakesNoAddressesAndNumbersToCall(string body, string named)
    {
        var verdict = ChannelLimits.EmergencyMail("題", body);

        Assert.Equal(LimitState.Refused, verdict.State);
        Assert.StartsWith(named, Assert.Single(verdict.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("①")]
    [InlineData("㈱")]
    [InlineData("ﾊﾝｶｸ")]
    [InlineData("髙")]
    [InlineData("⚠ 🌊")]
    public void EmergencyMail_TakesNothingThatSomeTelephonesCannotShow(string body)
    {
        var verdict = ChannelLimits.EmergencyMail("題", body);

        Assert.Equal(LimitState.Refused, verdict.State);
        Assert.StartsWith("機種依存文字", Assert.Single(verdict.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void TitleOfAnEmergencyMail_FitsForEveryActAndLevel() =>
        Assert.All(
            from act in Enum.GetValues<Act>() from level in new int?[] { 3, 4, 5, null } from isExercise in new[] { false, true } select EmergencyMailTitle.Of(act, level, isExercise),
            title => Assert.InRange(title.Length, 4, 15));

    [Theory]
    [InlineData("14時30分発令。2026年6月1日。警戒レベル4")]
    [InlineData("10-20-30")]
    public void EmergencyMail_TakesOtherFigures(string body) => Assert.Equal(LimitState.Fits, ChannelLimits.EmergencyMail("題", body).State);

    [Theory]
    [InlineData(70, LimitState.Fits)]
    [InlineData(71, LimitState.Cut)]
    [InlineData(660, LimitState.Cut)]
    [InlineData(661, LimitState.Refused)]
    public void Sms_IsOnePartUpTo70_AndSeveralUpTo660(int length, LimitState state) => Assert.Equal(state, ChannelLimits.Sms(new string('字', length)).State);

    [Theory]
    [InlineData("a", 1)]
    [InlineData("\u00e9", 1)]
    [InlineData("e\u0301", 1)] // composed first
    [InlineData("字", 2)]
    [InlineData("。", 2)]
    [InlineData("“a”", 3)]
    [InlineData("👨‍👩‍👧", 2)]
    [InlineData("⚠️", 2)]
    [InlineData("https://example.jp/a/very/long/address/that/counts/as/twenty-three", 23)]
    [InlineData("字 https://a.jp 字", 29)]
    public void X_CountsByWeight(string text, int weight) => Assert.Equal(weight, ChannelLimits.X(text).Measures.Single().Count);

    [Theory]
    [InlineData(140, LimitState.Fits, 0)]
    [InlineData(141, LimitState.Refused, 2)]
    public void X_Takes140JapaneseCharacters(int length, LimitState state, int over)
    {
        var verdict = ChannelLimits.X(new string('字', length));

        Assert.Equal((state, over), (verdict.State, verdict.Measures.Single().OverBy));
    }

    [Theory]
    [InlineData(5000, LimitState.Fits)]
    [InlineData(5001, LimitState.Refused)]
    public void Line_Takes5000Units(int length, LimitState state) => Assert.Equal(state, ChannelLimits.Line(new string('字', length)).State);

    [Theory]
    [InlineData(40, 1024, LimitState.Fits)]
    [InlineData(41, 1024, LimitState.Cut)]
    [InlineData(40, 1025, LimitState.Cut)]
    public void Push_IsSeenUpTo40Characters_AndMeantTo1KB(int title, int octets, LimitState state) =>
        Assert.Equal(state, ChannelLimits.Push(new string('題', title), octets).State);

    [Theory]
    [InlineData(300, 60, LimitState.Fits)]
    [InlineData(301, 61, LimitState.Refused)]
    public void ALoudspeaker_SpeaksForAMinute(int length, int seconds, LimitState state)
    {
        var verdict = ChannelLimits.Loudspeaker(new string('字', length) + "、。");

        Assert.Equal((state, seconds), (verdict.State, verdict.Measures.Single().Count));
    }

    [Fact]
    public void ALoudspeaker_CannotSaySigns()
    {
        Assert.Contains("→", ChannelLimits.Loudspeaker("高い階へ→").Findings.Single(), StringComparison.Ordinal);
        Assert.Equal(LimitState.Fits, ChannelLimits.Loudspeaker("警戒レベル4、避難指示。（くり返します）").State);
    }
}
