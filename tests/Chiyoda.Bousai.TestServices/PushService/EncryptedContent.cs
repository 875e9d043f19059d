using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>
/// Reads <c>aes128gcm</c> as a receiver does, record by record. Written apart from the sender, so that the two judge each
/// other; refuses whatever RFC 8188 forbids.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8188#section-2">RFC 8188 section 2</seealso>
public static class EncryptedContent
{
    private const int TagOctets = 16;
    private const int NonceOctets = 12;
    private const int FixedHeaderOctets = 21;

    /// <summary>Opens a body.</summary>
    /// <param name="inputKey">The input keying material, for the key id that the header names.</param>
    /// <param name="body">Header and records.</param>
    /// <exception cref="InvalidDataException">The body is not what RFC 8188 describes, or was changed.</exception>
    public static byte[] Decrypt(byte[] inputKey, byte[] body)
    {
        var header = ReadHeader(body);
        var pseudoRandomKey = HKDF.Extract(HashAlgorithmName.SHA256, inputKey, header.Salt);
        var key = HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandomKey, 16, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonceBase = HKDF.Expand(HashAlgorithmName.SHA256, pseudoRandomKey, NonceOctets, "Content-Encoding: nonce\0"u8.ToArray());

        using var aes = new AesGcm(key, TagOctets);
        using var plaintext = new MemoryStream();
        var rest = body.AsSpan(header.Octets);
        if (rest.IsEmpty)
        {
            throw new InvalidDataException("There is no record.");
        }

        for (var sequence = 0UL; !rest.IsEmpty; sequence++)
        {
            var record = rest[..(int)Math.Min(header.RecordSize, (uint)rest.Length)];
            rest = rest[record.Length..];
            plaintext.Write(OpenRecord(aes, nonceBase, sequence, record, isLast: rest.IsEmpty));
        }

        return plaintext.ToArray();
    }

    /// <summary>Salt (16), record size (4), length of the key id (1), key id.</summary>
    public static EncryptedHeader ReadHeader(ReadOnlySpan<byte> body)
    {
        if (body.Length < FixedHeaderOctets || body.Length < FixedHeaderOctets + body[20])
        {
            throw new InvalidDataException("The header is cut off.");
        }

        var recordSize = BinaryPrimitives.ReadUInt32BigEndian(body[16..]);
        return recordSize < 18
            ? throw new InvalidDataException($"A record size of {recordSize} holds nothing.")
            : new EncryptedHeader(body[..16].ToArray(), recordSize, body.Slice(FixedHeaderOctets, body[20]).ToArray());
    }

    private static byte[] OpenRecord(AesGcm aes, byte[] nonceBase, ulong sequence, ReadOnlySpan<byte> record, bool isLast)
    {
        if (record.Length <= TagOctets)
        {
            throw new InvalidDataException("A record has no room for its delimiter.");
        }

        var nonce = nonceBase.ToArray();
        var counter = nonce.AsSpan(4);
        BinaryPrimitives.WriteUInt64BigEndian(counter, BinaryPrimitives.ReadUInt64BigEndian(counter) ^ sequence);
        var padded = new byte[record.Length - TagOctets];
        try
        {
            aes.Decrypt(nonce, record[..padded.Length], record[padded.Length..], padded);
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException("A record was changed, or meant for other keys.", e);
        }

        var end = padded.AsSpan().LastIndexOfAnyExcept((byte)0);
        if (end < 0 || padded[end] != (isLast ? 2 : 1))
        {
            throw new InvalidDataException("A record ends without its delimiter.");
        }

        return padded[..end];
    }
}
