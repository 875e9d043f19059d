using System.Collections.Immutable;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The pages as they are served at this moment; swapped whole. Translations may be of the view before, for a moment; each page carries its time.</summary>
/// <param name="View">What they show; <see langword="null"/> before the first rendering.</param>
/// <param name="Files">By path from the root, for example <c>/en/lite</c>.</param>
internal sealed record PortalSite(PortalView? View, ImmutableDictionary<string, SiteFile> Files)
{
    public static PortalSite Empty { get; } = new(null, ImmutableDictionary<string, SiteFile>.Empty);
}

/// <summary>One file of the site in its encodings.</summary>
internal sealed record SiteFile(
    string ContentType, string CacheControl, string ETag, ReadOnlyMemory<byte> Plain, ReadOnlyMemory<byte> Brotli, ReadOnlyMemory<byte> Gzip)
{
    /// <summary>Whether it is of a translation, which follows the other pages and is read back by itself before it is served.</summary>
    public bool Follows { get; init; }
}
