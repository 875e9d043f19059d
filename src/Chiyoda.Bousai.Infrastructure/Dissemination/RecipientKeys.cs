using System.Buffers.Binary;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Subscription keys of a page as octets: 64 bit little-endian each, ascending.</summary>
public static class RecipientKeys
{
    public static byte[] Pack(IReadOnlyList<long> keys)
    {
        var octets = new byte[keys.Count * sizeof(long)];
        for (var i = 0; i < keys.Count; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(octets.AsSpan(i * sizeof(long)), keys[i]);
        }

        return octets;
    }

    public static long[] Unpack(ReadOnlySpan<byte> octets)
    {
        var keys = new long[octets.Length / sizeof(long)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = BinaryPrimitives.ReadInt64LittleEndian(octets[(i * sizeof(long))..]);
        }

        return keys;
    }
}
