namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>公示文 about an order as the public reads it: in Japanese, as it was written; the areas stand beside it on the page (災害対策基本法60条5項).</summary>
/// <param name="Title">Title.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Issuer">In whose name.</param>
/// <param name="At">When the act took effect.</param>
public sealed record PortalAnnouncement(string Title, string Sentence, string Issuer, DateTimeOffset At);
