using System.Buffers.Binary;
using System.Text;

namespace Chiyoda.Bousai.TestServices.PushService.Gcm;

/// <summary>Writes the few shapes of protocol buffers that Chromium's push connection uses.</summary>
/// <seealso href="https://protobuf.dev/programming-guides/encoding/">Protocol buffers, encoding</seealso>
internal sealed class ProtoWriter
{
    private readonly List<byte> _octets = [];

    public byte[] ToArray() => [.. _octets];

    public ProtoWriter Varint(int field, ulong value)
    {
        WriteVarint(_octets, (ulong)field << 3);
        WriteVarint(_octets, value);
        return this;
    }

    public ProtoWriter Fixed64(int field, ulong value)
    {
        WriteVarint(_octets, ((ulong)field << 3) | 1);
        Span<byte> octets = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(octets, value);
        _octets.AddRange(octets);
        return this;
    }

    public ProtoWriter Text(int field, string value) => Octets(field, Encoding.UTF8.GetBytes(value));

    public ProtoWriter Octets(int field, ReadOnlySpan<byte> value)
    {
        WriteVarint(_octets, ((ulong)field << 3) | 2);
        WriteVarint(_octets, (ulong)value.Length);
        _octets.AddRange(value);
        return this;
    }

    public static void WriteVarint(List<byte> octets, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            octets.Add((byte)(value | 0x80));
        }

        octets.Add((byte)value);
    }
}
