using System.Text;
using Chiyoda.Bousai.Hub.Http;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Http;

/// <summary>Tables that a spreadsheet opens: it reads Japanese, and runs nothing.</summary>
[RunsOnce]
public sealed class WritingTablesTests
{
    [Fact]
    public void ATable_OpensWithTheByteOrderMark_AndEndsItsLinesAsTheStandardSays()
    {
        var octets = CsvText.Write([["区分", "人数"], ["避難指示", "不明"]]);

        Assert.Equal([0xEF, 0xBB, 0xBF], octets[..3]);
        Assert.Equal("区分,人数\r\n避難指示,不明\r\n", Encoding.UTF8.GetString(octets.AsSpan(3)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+81", "'+81")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1", "' =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\tx", "'\tx")]
    [InlineData("=\"a\",1", "\"'=\"\"a\"\",1\"")]
    [InlineData("一丁目、二丁目", "一丁目、二丁目")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("", "")]
    public void ACell_IsTextAndNeverAFormula(string text, string expected) =>
        Assert.Equal($"{expected}\r\n", Encoding.UTF8.GetString(CsvText.Write([[text]]).AsSpan(3)));
}
