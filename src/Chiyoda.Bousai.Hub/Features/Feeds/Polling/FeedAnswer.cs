namespace Chiyoda.Bousai.Hub.Features.Feeds.Polling;

/// <summary>What an address answered.</summary>
/// <param name="Octets">The whole body, unpacked; <see langword="null"/> when nothing new came.</param>
/// <param name="ETag">Validator to show next time; empty without.</param>
/// <param name="LastModified">Validator to show next time; empty without.</param>
/// <param name="Received">Octets on the wire, of failures too.</param>
/// <param name="Error">Why there is no answer, a code of <c>ERRORS.md</c>; empty when there is one.</param>
internal sealed record FeedAnswer(byte[]? Octets, string ETag, string LastModified, long Received, string Error)
{
    /// <summary>304: what was read last still holds.</summary>
    public bool IsUnchanged => Octets is null && Error.Length == 0;

    public static FeedAnswer Failed(string error, long received = 0) => new(null, string.Empty, string.Empty, received, error);
}
