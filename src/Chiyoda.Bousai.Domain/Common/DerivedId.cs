using System.Security.Cryptography;
using System.Text;

namespace Chiyoda.Bousai.Domain.Common;

/// <summary>Identities made from what they stand for: the same on every node, and no row has to hold them.</summary>
public static class DerivedId
{
    /// <summary>Makes one.</summary>
    /// <param name="source">What it stands for, in words that never change.</param>
    /// <returns>The first 16 octets of its SHA-256.</returns>
    public static Guid Of(string source) => new(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16), bigEndian: true);
}
