namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>A page as it is kept and served: three encodings of the same text. The arrays are never changed.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Language">In which language.</param>
/// <param name="Sequence">The sequence of the view it shows.</param>
/// <param name="ETag">Weak, since the encodings differ; quoted as it stands in the header.</param>
/// <param name="Html">UTF-8.</param>
/// <param name="Brotli">Quality 5.</param>
/// <param name="Gzip">Level 6.</param>
public sealed record RenderedPage(
    PortalPage Page,
    string Language,
    long Sequence,
    string ETag,
    ReadOnlyMemory<byte> Html,
    ReadOnlyMemory<byte> Brotli,
    ReadOnlyMemory<byte> Gzip)
{
    public const string ContentType = "text/html; charset=utf-8";
}
