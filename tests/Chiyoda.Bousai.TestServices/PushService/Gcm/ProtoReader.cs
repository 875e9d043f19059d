using System.Buffers.Binary;
using System.Text;

namespace Chiyoda.Bousai.TestServices.PushService.Gcm;

/// <summary>Reads a protocol buffer into its fields, numbers as <see cref="ulong"/>, all else as octets.</summary>
internal sealed class ProtoReader
{
    private readonly List<(int Field, ulong Number, byte[]? Octets)> _fields = [];

    public ProtoReader(ReadOnlySpan<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = ReadVarint(ref message);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, ReadVarint(ref message), null));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(message), null));
                    message = message[sizeof(ulong)..];
                    break;
                case 2:
                    var length = (int)ReadVarint(ref message);
                    _fields.Add((field, 0, message[..length].ToArray()));
                    message = message[length..];
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(message), null));
                    message = message[sizeof(uint)..];
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7} is not used.");
            }
        }
    }

    public string? Text(int field) => Texts(field).FirstOrDefault();

    public IEnumerable<string> Texts(int field) =>
        _fields.Where(f => f.Field == field && f.Octets is not null).Select(f => Encoding.UTF8.GetString(f.Octets!));

    public IEnumerable<ProtoReader> Messages(int field) =>
        _fields.Where(f => f.Field == field && f.Octets is not null).Select(f => new ProtoReader(f.Octets!));

    private static ulong ReadVarint(ref ReadOnlySpan<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var octet = message[0];
            message = message[1..];
            value |= (ulong)(octet & 0x7f) << shift;
            if (octet < 0x80)
            {
                return value;
            }
        }
    }
}
