using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chiyoda.Bousai.Domain.Chronology;

/// <summary>
/// The chain: <c>Hash = SHA-256(previous ‖ version ‖ header ‖ payload hash)</c>. A field is its length in octets as 32 bit
/// big-endian, then its UTF-8; an absent field has length 0xFFFFFFFF. Fields stand in the order of <see cref="EntryHeader"/>'s
/// design list: kind, incident, occurred, received, recorded, person, role, via, subject, visibility, corrects, sequence.
/// Instants are Unix microseconds in decimal.
/// </summary>
public static class EntryHash
{
    /// <summary>The format that this code writes; one octet in the hash.</summary>
    public const byte FormatVersion = 1;

    /// <summary>Octets of a payload's salt: an erased payload cannot be guessed back from its hash.</summary>
    public const int SaltOctets = 32;

    /// <summary>What stands before the first entry.</summary>
    public static byte[] Genesis => new byte[SHA256.HashSizeInBytes];

    /// <summary>Hash of a payload row.</summary>
    /// <param name="salt">32 random octets.</param>
    /// <param name="payload">The exact octets as stored.</param>
    /// <returns>32 octets.</returns>
    public static byte[] OfPayload(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> payload)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(payload);
        return hash.GetHashAndReset();
    }

    /// <summary>Hash of an entry.</summary>
    /// <param name="previous">Hash of the entry before it, or <see cref="Genesis"/>.</param>
    /// <param name="header">The header.</param>
    /// <param name="payloadHash">Hash of the payload; it stays when the payload is erased.</param>
    /// <returns>32 octets.</returns>
    public static byte[] OfEntry(ReadOnlySpan<byte> previous, EntryHeader header, ReadOnlySpan<byte> payloadHash)
    {
        var fields = new ArrayBufferWriter<byte>(512);
        Write(fields, header.Kind);
        Write(fields, header.IncidentId?.ToString("D"));
        Write(fields, Microseconds(header.OccurredAt));
        Write(fields, header.ReceivedAt is { } received ? Microseconds(received) : null);
        Write(fields, Microseconds(header.RecordedAt));
        Write(fields, header.PersonId?.ToString("D"));
        Write(fields, header.Role);
        Write(fields, header.Via);
        Write(fields, header.SubjectId.ToString("D"));
        Write(fields, header.Visibility.ToString());
        Write(fields, header.Corrects?.ToString(CultureInfo.InvariantCulture));
        Write(fields, header.Sequence.ToString(CultureInfo.InvariantCulture));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData([FormatVersion]);
        hash.AppendData(fields.WrittenSpan);
        hash.AppendData(payloadHash);
        return hash.GetHashAndReset();
    }

    private static string Microseconds(DateTimeOffset instant) =>
        ((instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    private static void Write(ArrayBufferWriter<byte> fields, string? text)
    {
        if (text is null)
        {
            BinaryPrimitives.WriteUInt32BigEndian(fields.GetSpan(sizeof(uint)), uint.MaxValue);
            fields.Advance(sizeof(uint));
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(fields.GetSpan(sizeof(int)), length);
        fields.Advance(sizeof(int));
        fields.Advance(Encoding.UTF8.GetBytes(text, fields.GetSpan(length)));
    }
}
