using System.IO.Compression;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>What lets a page through a congested cell, a strict policy and a hostile name (design §10).</summary>
public partial class SurvivablePortalTests
{
    /// <summary>The first congestion window: ten segments of 1,460 bytes, less what the headers take.</summary>
    private const int FirstPackets = 14_336;

    public static TheoryData<PortalPage, string> AllPages { get; } = new(
        from page in Enum.GetValues<PortalPage>()
        from language in Pack.Ward.Languages
        select (page, language));

    [Theory]
    [InlineData(PortalPage.Home, "ja")]
    [InlineData(PortalPage.Home, "ja-easy")]
    [InlineData(PortalPage.Home, "en")]
    [InlineData(PortalPage.Lite, "ja")]
    [InlineData(PortalPage.Lite, "ja-easy")]
    [InlineData(PortalPage.Lite, "en")]
    public async Task AlertWithFortyAreas_FitsTheFirstPackets_StyleIncluded(PortalPage page, string language)
    {
        var style = Path.Combine(SolutionFolder, "src/Chiyoda.Bousai.Hub/wwwroot/dist/portal.css");
        Assert.SkipUnless(File.Exists(style), "The browser side was not built (SkipAssets).");

        var rendered = await RenderAsync(Alert, page, language);

        var styleBytes = Compressed(await File.ReadAllBytesAsync(style, TestContext.Current.CancellationToken));
        Assert.InRange(rendered.Brotli.Length + styleBytes, 1000, FirstPackets);
        Assert.InRange(rendered.Gzip.Length + styleBytes, 1000, FirstPackets);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public async Task NoPage_HasInlineScriptStyleOrHandler_NorAnythingFromElsewhere(PortalPage page, string language)
    {
        var html = await HtmlAsync(Alert, page, language);

        Assert.Equal(page == PortalPage.Lite ? 0 : 1, Script().Count(html));
        Assert.DoesNotMatch("<script(?![^>]* src=)", html);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("""\s(?:style|on[a-z]+)=""", html);
        Assert.DoesNotMatch("""(?:src|<link[^>]*href)="(?:https?:)?//""", html);
        Assert.DoesNotContain("cookie", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Home_ReferencesOneDeferredModule_AndLiteNone()
    {
        Assert.Contains("<script type=\"module\" src=\"/dist/portal.js?v=1\"></script>", await HtmlAsync(Calm), StringComparison.Ordinal);

        var lite = await HtmlAsync(Calm, PortalPage.Lite);
        Assert.DoesNotContain("<script", lite, StringComparison.Ordinal);
        Assert.DoesNotContain("data-module", lite, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public async Task Exercise_IsMarkedOnEveryPage_AndLiveOnNone(PortalPage page, string language)
    {
        var exercise = await HtmlAsync(Calm with { Mode = HubMode.Exercise }, page, language);
        var live = await HtmlAsync(Calm, page, language);

        Assert.Contains("<body class=\"exercise\">", exercise, StringComparison.Ordinal);
        Assert.Equal(2, Drill().Count(exercise));
        Assert.Matches("<title>[^<]*訓練", exercise);
        Assert.DoesNotContain("訓練", live, StringComparison.Ordinal);
    }

    [Fact]
    public void HomeScreenApp_StartsInItsLanguage_AndSaysThatItIsAnExercise()
    {
        using var manifest = System.Text.Json.JsonDocument.Parse(
            PortalManifest.For(Alert, Texts["ja-easy"], new PortalAddress("/desk/resident", "1")));

        var root = manifest.RootElement;
        Assert.Equal("【訓練】千代田区 防災ポータル", root.GetProperty("name").GetString());
        Assert.Equal("standalone", root.GetProperty("display").GetString());
        Assert.Equal("/desk/resident/ja-easy/", root.GetProperty("start_url").GetString());
        Assert.Equal("/desk/resident/", root.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task HostileText_IsShownAsText()
    {
        const string Hostile = "<script>alert(1)</script>\" onload=\"x";
        var order = Alert.Orders[0];
        var view = Alert with
        {
            Orders =
            [
                order with
                {
                    Cause = LocalizedText.OfJapanese(Hostile),
                    Texts = [.. order.Texts.Select(text => text with { Headline = Hostile, Actions = [Hostile] })],
                    Areas = [order.Areas[0] with { Name = Hostile, Romaji = Hostile, Kana = Hostile }],
                },
            ],
            Warnings = [Warning with { Kind = Hostile, Source = Hostile, Areas = [Hostile] }],
        };

        foreach (var language in Pack.Ward.Languages)
        {
            var html = await HtmlAsync(view, PortalPage.Home, language);

            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("<[^>]*\\sonload=", html);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Encodings_CarryTheSameText_AndTheTagChangesWithIt()
    {
        var one = await RenderAsync(Alert);
        var same = await RenderAsync(Alert);
        var other = await RenderAsync(Alert with { AsOf = AsOf.AddMinutes(1) });

        await using var brotli = new BrotliStream(new MemoryStream(one.Brotli.ToArray()), CompressionMode.Decompress);
        await using var gzip = new GZipStream(new MemoryStream(one.Gzip.ToArray()), CompressionMode.Decompress);
        Assert.Equal(one.Html.ToArray(), await ReadAsync(brotli));
        Assert.Equal(one.Html.ToArray(), await ReadAsync(gzip));
        Assert.Equal(one.ETag, same.ETag);
        Assert.NotEqual(one.ETag, other.ETag);
        Assert.Matches("^W/\"[A-Za-z0-9_-]{16}\"$", one.ETag);
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    // The style is fetched beside the page in the worse of the two encodings.
    private static int Compressed(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray().Length;
    }

    [GeneratedRegex("<script")]
    private static partial Regex Script();

    [GeneratedRegex("<p class=\"drill\">")]
    private static partial Regex Drill();
}
