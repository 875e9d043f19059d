using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// Encrypts a message so that only the subscribed browser reads it: one record of <c>aes128gcm</c> under a key agreed
/// between a key pair made for this message alone and the browser's own.
/// </summary>
/// <remarks>
/// Thread-safe. A call costs about half a millisecond of one core, nearly all of it key generation and agreement.
/// The private key, the shared secret and everything derived from it are wiped before the call returns.
/// </remarks>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8188">RFC 8188</seealso>
public static class PushEncryption
{
    /// <summary>The most plaintext, in octets, that fits the 4096 octets of body which every push service takes
    /// (RFC 8030 section 7.2; RFC 8291 section 4): less header (86), delimiter (1) and tag (16).</summary>
    public const int MaxPlaintextOctets = 4096 - HeaderOctets - 1 - TagOctets;

    internal const int SaltOctets = 16;
    internal const int HeaderOctets = SaltOctets + sizeof(uint) + 1 + P256.PointOctets;
    internal const int TagOctets = 16;

    // Larger than any record that is written, as RFC 8291 section 4 asks of a message of a single record.
    private const uint RecordSize = 4096;

    // RFC 8188 section 2: the delimiter of the last record.
    private const byte LastRecordDelimiter = 2;

    /// <summary>Encrypts a message under a fresh key pair and a fresh salt.</summary>
    /// <param name="subscription">For whom.</param>
    /// <param name="plaintext">0 to <see cref="MaxPlaintextOctets"/> octets.</param>
    /// <returns>The request body: header, ciphertext, tag. Two calls never give the same.</returns>
    /// <exception cref="ArgumentException">The plaintext is longer than <see cref="MaxPlaintextOctets"/>.</exception>
    public static byte[] Encrypt(PushSubscription subscription, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ThrowIfTooLong(plaintext);

        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Span<byte> salt = stackalloc byte[SaltOctets];
        RandomNumberGenerator.Fill(salt);
        return Encrypt(subscription, plaintext, sender, salt);
    }

    /// <summary>
    /// The same with a given key pair and salt, so that the examples of the RFC can be reproduced octet by octet.
    /// Never to be called with values used before: the same salt and agreement repeat key and nonce.
    /// </summary>
    internal static byte[] Encrypt(
        PushSubscription subscription, ReadOnlySpan<byte> plaintext, ECDiffieHellman sender, ReadOnlySpan<byte> salt)
    {
        ThrowIfTooLong(plaintext);
        var body = new byte[HeaderOctets + plaintext.Length + 1 + TagOctets];
        var senderPoint = WriteHeader(body, sender, salt);

        Span<byte> inputKey = stackalloc byte[ContentKeys.InputKeyOctets];
        try
        {
            AgreeOnInputKey(subscription, sender, senderPoint, inputKey);
            EncryptRecord(inputKey, salt, plaintext, body.AsSpan(HeaderOctets));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(inputKey);
        }

        return body;
    }

    /// <summary>Salt (16), record size (4), length of the key id (1), key id = the sender's public key (65):
    /// RFC 8188 section 2.1, RFC 8291 section 4.</summary>
    private static ReadOnlySpan<byte> WriteHeader(Span<byte> body, ECDiffieHellman sender, ReadOnlySpan<byte> salt)
    {
        salt.CopyTo(body);
        BinaryPrimitives.WriteUInt32BigEndian(body[SaltOctets..], RecordSize);
        body[SaltOctets + sizeof(uint)] = P256.PointOctets;
        var senderPoint = body[(HeaderOctets - P256.PointOctets)..HeaderOctets];
        P256.WritePoint(sender.ExportParameters(includePrivateParameters: false).Q, senderPoint);
        return senderPoint;
    }

    private static void AgreeOnInputKey(
        PushSubscription subscription, ECDiffieHellman sender, ReadOnlySpan<byte> senderPoint, Span<byte> inputKey)
    {
        var receiverPoint = subscription.P256dh.Span;
        using var receiver = ECDiffieHellman.Create(P256.PublicParameters(receiverPoint));
        using var receiverKey = receiver.PublicKey;
        var sharedSecret = sender.DeriveRawSecretAgreement(receiverKey);
        try
        {
            ContentKeys.DeriveInputKey(sharedSecret, subscription.Auth.Span, receiverPoint, senderPoint, inputKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(sharedSecret);
        }
    }

    private static void EncryptRecord(
        ReadOnlySpan<byte> inputKey, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> plaintext, Span<byte> record)
    {
        Span<byte> secrets = stackalloc byte[ContentKeys.PseudoRandomKeyOctets + ContentKeys.KeyOctets + ContentKeys.NonceOctets];
        var pseudoRandomKey = secrets[..ContentKeys.PseudoRandomKeyOctets];
        var key = secrets.Slice(ContentKeys.PseudoRandomKeyOctets, ContentKeys.KeyOctets);
        var nonce = secrets[^ContentKeys.NonceOctets..];
        Span<byte> padded = stackalloc byte[MaxPlaintextOctets + 1];
        padded = padded[..(plaintext.Length + 1)];
        try
        {
            ContentKeys.DerivePseudoRandomKey(inputKey, salt, pseudoRandomKey);
            ContentKeys.DeriveKeyAndNonce(pseudoRandomKey, key, nonce);
            plaintext.CopyTo(padded);
            padded[^1] = LastRecordDelimiter;

            using var aes = new AesGcm(key, TagOctets);
            aes.Encrypt(nonce, padded, record[..padded.Length], record[padded.Length..]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secrets);
            CryptographicOperations.ZeroMemory(padded);
        }
    }

    private static void ThrowIfTooLong(ReadOnlySpan<byte> plaintext)
    {
        if (plaintext.Length > MaxPlaintextOctets)
        {
            throw new ArgumentException(
                $"A push message carries at most {MaxPlaintextOctets} octets, not {plaintext.Length}.", nameof(plaintext));
        }
    }
}
