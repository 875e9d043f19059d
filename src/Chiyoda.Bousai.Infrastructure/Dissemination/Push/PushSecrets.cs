using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.WebPush;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>
/// The secrets of web push, two files of the data directory that only the owner reads: <c>vapid.json</c>, without which every
/// subscription is lost, and <c>receipts.key</c>, without which old receipts are not believed any more. Made when absent; a directory
/// belongs to one mode, so that exercise and live never share a pair.
/// </summary>
public sealed class PushSecrets : IDisposable
{
    public const string VapidFile = "vapid.json";

    public const string ReceiptsFile = "receipts.key";

    private const int ReceiptKeyOctets = 32;

    private PushSecrets(VapidKeys vapid, byte[] receiptKey)
    {
        Vapid = vapid;
        Receipts = new ReceiptTokens(receiptKey);
    }

    public VapidKeys Vapid { get; }

    public ReceiptTokens Receipts { get; }

    /// <summary>Reads the files of a directory, making what is absent.</summary>
    /// <exception cref="InvalidDataException">A file is there and cannot be read as what it should be; it is never replaced.</exception>
    public static PushSecrets Open(string directory)
    {
        var vapid = ReadOrMake(Path.Combine(directory, VapidFile), MakeVapid);
        var receipts = ReadOrMake(Path.Combine(directory, ReceiptsFile), () => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ReceiptKeyOctets)));
        return new PushSecrets(ParseVapid(vapid), ParseReceiptKey(receipts));
    }

    public void Dispose() => Vapid.Dispose();

    private static string MakeVapid()
    {
        using var keys = VapidKeys.Generate();
        return JsonSerializer.Serialize(new KeyPair(keys.PublicKey, keys.ExportPrivateKey()), BousaiJson.Options);
    }

    private static VapidKeys ParseVapid(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<KeyPair>(text, BousaiJson.Options) is { PublicKey: { } publicKey, PrivateKey: { } privateKey }
                ? VapidKeys.Import(publicKey, privateKey)
                : throw new InvalidDataException($"{VapidFile} holds no key pair. Restore it from the backup: without it every subscription is lost.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidDataException($"{VapidFile} is not a VAPID key pair. Restore it from the backup: without it every subscription is lost.", e);
        }
    }

    private static byte[] ParseReceiptKey(string text) =>
        Base64Url.IsValid(text.Trim()) && Base64Url.DecodeFromChars(text.Trim()) is { Length: ReceiptKeyOctets } key
            ? key
            : throw new InvalidDataException($"{ReceiptsFile} is not {ReceiptKeyOctets} octets in base64url. Delete it to have a new one made.");

    private static string ReadOrMake(string path, Func<string> make)
    {
        if (!File.Exists(path))
        {
            PrivateFile.Write(path, make());
        }

        return File.ReadAllText(path);
    }

    private sealed record KeyPair(string? PublicKey, string? PrivateKey);
}
