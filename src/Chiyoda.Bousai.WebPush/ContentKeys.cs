using System.Security.Cryptography;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// The key schedule of a message, step by step: RFC 8291 section 3.4 down to the input keying material, RFC 8188
/// sections 2.2 and 2.3 from there to the content-encryption key and the nonce. Writes into the caller's buffers and
/// keeps nothing; the caller wipes them.
/// </summary>
internal static class ContentKeys
{
    public const int InputKeyOctets = 32;
    public const int PseudoRandomKeyOctets = 32;
    public const int KeyOctets = 16;
    public const int NonceOctets = 12;

    private static ReadOnlySpan<byte> WebPushInfo => "WebPush: info\0"u8;

    private static ReadOnlySpan<byte> KeyInfo => "Content-Encoding: aes128gcm\0"u8;

    private static ReadOnlySpan<byte> NonceInfo => "Content-Encoding: nonce\0"u8;

    /// <summary>IKM = HKDF(salt: auth secret, IKM: shared secret, info: "WebPush: info" ‖ 0 ‖ receiver ‖ sender).</summary>
    public static void DeriveInputKey(
        ReadOnlySpan<byte> sharedSecret,
        ReadOnlySpan<byte> authSecret,
        ReadOnlySpan<byte> receiverPoint,
        ReadOnlySpan<byte> senderPoint,
        Span<byte> inputKey)
    {
        Span<byte> info = stackalloc byte[WebPushInfo.Length + (2 * P256.PointOctets)];
        WebPushInfo.CopyTo(info);
        receiverPoint.CopyTo(info[WebPushInfo.Length..]);
        senderPoint.CopyTo(info[(WebPushInfo.Length + P256.PointOctets)..]);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, sharedSecret, inputKey, authSecret, info);
    }

    /// <summary>PRK = HMAC-SHA-256(key: salt of the message, text: IKM).</summary>
    public static void DerivePseudoRandomKey(ReadOnlySpan<byte> inputKey, ReadOnlySpan<byte> salt, Span<byte> pseudoRandomKey) =>
        HKDF.Extract(HashAlgorithmName.SHA256, inputKey, salt, pseudoRandomKey);

    /// <summary>Key and nonce of the first record; a web push message has only one.</summary>
    public static void DeriveKeyAndNonce(ReadOnlySpan<byte> pseudoRandomKey, Span<byte> key, Span<byte> nonce)
    {
        HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandomKey, key, KeyInfo);
        HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandomKey, nonce, NonceInfo);
    }
}
