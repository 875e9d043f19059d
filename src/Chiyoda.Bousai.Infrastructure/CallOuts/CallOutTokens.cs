using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Infrastructure.Hosting;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>What a link stands for.</summary>
/// <param name="CallOutId">The call-out.</param>
/// <param name="Post">Id of the post.</param>
public readonly record struct CallOutPlace(Guid CallOutId, string Post);

/// <summary>
/// Signed links: whoever has one answers for that post of that call-out and for nothing else, without an account. Call-out (16 octets), 128 bits of
/// HMAC-SHA-256 over it and the post, then the post, in base64url. A link says nothing new once its call-out is over.
/// </summary>
public sealed class CallOutTokens(byte[] key)
{
    public const string KeyFile = "call-out.key";

    public const int MaxCharacters = 160;

    private const int KeyOctets = 32;
    private const int IdOctets = 16;
    private const int TagOctets = 16;

    /// <summary>Reads the key of a directory, making it when it is absent.</summary>
    /// <exception cref="InvalidDataException">The file is there and is no key.</exception>
    public static CallOutTokens Open(string directory)
    {
        var path = Path.Combine(directory, KeyFile);
        if (PrivateFile.Read(path) is not { } text)
        {
            text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyOctets));
            PrivateFile.Write(path, text);
        }

        return Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { Length: KeyOctets } key
            ? new CallOutTokens(key)
            : throw new InvalidDataException($"{KeyFile} is not {KeyOctets} octets in base64url. Delete it to have a new one made.");
    }

    public string Write(CallOutPlace place)
    {
        var post = Encoding.UTF8.GetBytes(place.Post);
        var id = place.CallOutId.ToByteArray(bigEndian: true);
        return Base64Url.EncodeToString([.. id, .. Tag(id, post), .. post]);
    }

    /// <returns>What the link stands for, or <see langword="null"/> when we did not write it.</returns>
    public CallOutPlace? Read(string? token)
    {
        if (token is not { Length: > 0 and <= MaxCharacters } || !Base64Url.IsValid(token))
        {
            return null;
        }

        var octets = Base64Url.DecodeFromChars(token);
        if (octets.Length <= IdOctets + TagOctets)
        {
            return null;
        }

        var (id, tag, post) = (octets[..IdOctets], octets[IdOctets..(IdOctets + TagOctets)], octets[(IdOctets + TagOctets)..]);
        return CryptographicOperations.FixedTimeEquals(Tag(id, post), tag)
            ? new CallOutPlace(new Guid(id, bigEndian: true), Encoding.UTF8.GetString(post))
            : null;
    }

    private byte[] Tag(byte[] id, byte[] post)
    {
        byte[] signed = [.. id, .. post];
        return HMACSHA256.HashData(key, signed)[..TagOctets];
    }
}
