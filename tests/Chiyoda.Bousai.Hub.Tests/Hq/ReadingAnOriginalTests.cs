using System.Text;
using Chiyoda.Bousai.Hub.Pages.Hq;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>An original is set out for the eye, whoever sent it: it never costs more memory than a page may.</summary>
public sealed class ReadingAnOriginalTests
{
    [Fact]
    public void WellFormed_IsSetOutInLines() =>
        Assert.Equal(
            ["<a xmlns=\"urn:x\">", "  <b c=\"1\">雨</b>", "</a>"],
            RawXml.Indent(Encoding.UTF8.GetBytes("<a xmlns=\"urn:x\"><b c=\"1\">雨</b></a>"), 1000)!.Split(Environment.NewLine));

    [Fact]
    public void HundredThousandElementsDeep_IsShownAsItCame()
    {
        const int depth = 100_000;
        var octets = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", depth).Concat(Enumerable.Repeat("</a>", depth))));

        Assert.Null(RawXml.Indent(octets, 200_000));
    }

    [Fact]
    public void Long_EndsSoonAfterTheLimit()
    {
        var octets = Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("<b/>", 400_000))}</a>");

        Assert.InRange(RawXml.Indent(octets, 1000)!.Length, 1000, 100_000);
    }

    [Fact]
    public void NotWellFormed_IsShownAsItCame() => Assert.Null(RawXml.Indent(Encoding.UTF8.GetBytes("<a><b></a>"), 1000));
}
