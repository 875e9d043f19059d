using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>Which recipient a receipt is about.</summary>
public readonly record struct ReceiptPlace(Guid DispatchId, int Page, int Index);

/// <summary>
/// Short signed names of recipients: a device reports with one what it showed, and can report for nobody else. Dispatch (16 octets),
/// page (4), place on it (2) and 96 bits of HMAC-SHA-256, in base64url: always <see cref="Characters"/> long.
/// </summary>
public sealed class ReceiptTokens(byte[] key)
{
    public const int Characters = 46;

    private const int PlaceOctets = 22;
    private const int TagOctets = 12;

    public string Write(ReceiptPlace place)
    {
        Span<byte> token = stackalloc byte[PlaceOctets + TagOctets];
        place.DispatchId.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[16..], place.Page);
        BinaryPrimitives.WriteUInt16BigEndian(token[20..], checked((ushort)place.Index));
        Sign(token[..PlaceOctets], token[PlaceOctets..]);
        return Base64Url.EncodeToString(token);
    }

    /// <returns>Whose token it is, or <see langword="null"/> when we did not write it.</returns>
    public ReceiptPlace? Read(string? token)
    {
        Span<byte> octets = stackalloc byte[PlaceOctets + TagOctets];
        if (token is not { Length: Characters }
            || !Base64Url.TryDecodeFromChars(token, octets, out var written)
            || written != octets.Length)
        {
            return null;
        }

        Span<byte> tag = stackalloc byte[TagOctets];
        Sign(octets[..PlaceOctets], tag);
        return CryptographicOperations.FixedTimeEquals(tag, octets[PlaceOctets..])
            ? new ReceiptPlace(
                new Guid(octets[..16], bigEndian: true),
                BinaryPrimitives.ReadInt32BigEndian(octets[16..]),
                BinaryPrimitives.ReadUInt16BigEndian(octets[20..]))
            : null;
    }

    private void Sign(ReadOnlySpan<byte> place, Span<byte> tag)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, place, hash);
        hash[..TagOctets].CopyTo(tag);
    }
}
