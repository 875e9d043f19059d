using Chiyoda.Bousai.Domain.Notices;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Notices;

/// <summary>A notice never speaks like an order (design rule 6), however the words are written.</summary>
public sealed class WordsOfOrdersTests
{
    [Theory]
    [InlineData("神田川沿いに避難指示を出しました")]
    [InlineData("警戒レベル４です")]
    [InlineData("レベル4相当")]
    [InlineData("Ｌｅｖｅｌ　５")]
    [InlineData("緊急 安全 確保")]
    [InlineData("避難（ひなん）指示（しじ）が 出（で）ました")]
    [InlineData("高齢者等避難")]
    [InlineData("避難勧告")]
    [InlineData("すぐに避難してください")]
    [InlineData("川から立ち退いてください")]
    [InlineData("An EVACUATION ORDER was issued")]
    [InlineData("please evacuate")]
    public void IsFound(string text) => Assert.NotNull(OrderWords.FindIn(text));

    [Theory]
    [InlineData("避難所を開きました。在宅避難を続けられます")]
    [InlineData("避難情報が出たという話は事実ではありません")]
    [InlineData("むやみに移動を始めず、建物の中にとどまってください")]
    [InlineData("避難訓練を行います")]
    [InlineData("水位のレベルを測っています")]
    [InlineData("Keep away from rivers")]
    public void IsNoWordOfAnOrder(string text) => Assert.Null(OrderWords.FindIn(text));

    [Fact]
    public void TheRefusal_NamesTheWord_AndWhatToDoInstead()
    {
        var refusal = NoticeRefusals.OrderWordsIn("避難指示");

        Assert.Equal("notices.order-words", refusal.Code);
        Assert.Contains("「避難指示」", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("案・決裁", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("「避難情報」と書いて", refusal.Message, StringComparison.Ordinal);
    }
}
