using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chiyoda.Bousai.Hub.Features.Portal.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Turns a view into a page. Reads nothing but its arguments; safe to use from several threads.</summary>
public sealed class PortalRenderer : IAsyncDisposable
{
    // RFC 7932: quality 5 costs a few milliseconds and is within 5 % of 11 on pages of this size.
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 18;

    private readonly PortalTexts _texts;
    private readonly ILoggerFactory _loggers;

    // The default encoder writes every kanji as a number; this one leaves all letters and still escapes markup.
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .BuildServiceProvider();

    public PortalRenderer(PortalTexts texts, ILoggerFactory loggers)
    {
        _texts = texts;
        _loggers = loggers;
    }

    /// <summary>Renders one page.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="page">Which page.</param>
    /// <param name="language">A language of the texts.</param>
    /// <param name="address">Where pages and files are.</param>
    /// <param name="cancellationToken">Ends the work between pages, not within one.</param>
    /// <returns>The page in three encodings.</returns>
    public async Task<RenderedPage> RenderAsync(
        PortalView view, PortalPage page, string language, PortalAddress address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var context = new PortalContext(view, _texts[language], _texts.Languages, page, address, PortalRevision.Of(view)) { NoticeWords = _texts.Notices(language), Choices = _texts.Choices };
        // A renderer keeps every root it has rendered: one per page.
        await using var renderer = new HtmlRenderer(_services, _loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PortalDocument.Context)] = context });
            var root = await renderer.RenderComponentAsync<PortalDocument>(parameters);
            return root.ToHtmlString();
        });
        var bytes = Encoding.UTF8.GetBytes(html);
        var etag = $"W/\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        return new RenderedPage(page, language, view.Sequence, etag, bytes, Brotli(bytes), Gzip(bytes));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static byte[] Brotli(byte[] bytes)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, compressed, out var written, BrotliQuality, BrotliWindow)
            ? compressed[..written]
            : throw new InvalidOperationException("The bound on compressed length did not hold.");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return compressed.ToArray();
    }
}
