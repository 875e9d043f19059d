using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Chiyoda.Bousai.WebPush;

/// <summary>
/// Points of the curve P-256 in uncompressed form (0x04, X, Y), the only form web push knows.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8291#section-3.1">RFC 8291 section 3.1</seealso>
internal static class P256
{
    public const int PointOctets = 65;
    public const int CoordinateOctets = 32;
    public const byte UncompressedTag = 4;

    // NIST SP 800-186, 3.2.1.3: y² = x³ − 3x + b over the prime field p. The cofactor is 1, so that every point
    // of the curve belongs to the group.
    private static readonly BigInteger Prime = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    /// <summary>Tells whether the octets are a point of the curve.</summary>
    /// <remarks>
    /// Not in constant time: the input is public. Costs microseconds where importing the key costs a tenth of a
    /// millisecond, so that a point can be judged each time a subscription is read.
    /// </remarks>
    public static bool IsPoint(ReadOnlySpan<byte> octets)
    {
        if (octets.Length != PointOctets || octets[0] != UncompressedTag)
        {
            return false;
        }

        var x = new BigInteger(octets.Slice(1, CoordinateOctets), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(octets[(1 + CoordinateOctets)..], isUnsigned: true, isBigEndian: true);
        return x < Prime && y < Prime && ((y * y) - (((x * x) - 3) * x) - B) % Prime == 0;
    }

    /// <summary>The public half as parameters that the platform imports.</summary>
    public static ECParameters PublicParameters(ReadOnlySpan<byte> point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint
        {
            X = point.Slice(1, CoordinateOctets).ToArray(),
            Y = point[(1 + CoordinateOctets)..].ToArray(),
        },
    };

    /// <summary>Writes a point in uncompressed form.</summary>
    public static void WritePoint(ECPoint point, Span<byte> destination)
    {
        destination[0] = UncompressedTag;
        point.X.CopyTo(destination[1..]);
        point.Y.CopyTo(destination[(1 + CoordinateOctets)..]);
    }

    private static BigInteger Hex(string digits) =>
        BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
