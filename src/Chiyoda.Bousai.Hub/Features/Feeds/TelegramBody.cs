using System.Buffers;
using System.Security.Cryptography;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Octets that came in: hashed whole, kept up to the reading limit.</summary>
/// <param name="Kept">All octets, or the first part when they were too many.</param>
/// <param name="Length">Octets that came.</param>
/// <param name="Sha256">Hash of all that came.</param>
internal sealed record TelegramBody(byte[] Kept, long Length, byte[] Sha256)
{
    /// <summary>What a telegram may not exceed on its way in; what is over the reading limit is stored as unreadable.</summary>
    public const long MaxOctets = 128L * 1024 * 1024;

    public bool IsWhole => Kept.Length == Length;

    public static async Task<TelegramBody> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var kept = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        long length = 0;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                length += read;
                var room = JmaTelegramReader.MaxBytes + 1 - kept.Length;
                kept.Write(buffer, 0, (int)Math.Min(read, Math.Max(0, room)));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new TelegramBody(kept.ToArray(), length, hash.GetHashAndReset());
    }
}
