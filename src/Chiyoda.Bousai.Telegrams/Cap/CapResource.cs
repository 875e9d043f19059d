namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>A file that belongs to an alert. It is never fetched by the reader.</summary>
/// <param name="ResourceDesc">What it is, for people.</param>
/// <param name="MimeType">Media type; <see langword="null"/> where CAP 1.0 and 1.1 allow that it is missing.</param>
/// <param name="Size">Octets, as written; <see langword="null"/> when not said.</param>
/// <param name="Uri">Where it is, as written; <see langword="null"/> when not said.</param>
/// <param name="DerefUri">The file itself in Base64, as written; <see langword="null"/> when not carried.</param>
/// <param name="Digest">SHA-1 of the file, as written; <see langword="null"/> when not said.</param>
public sealed record CapResource(string ResourceDesc, string? MimeType, string? Size, string? Uri, string? DerefUri, string? Digest);
