using System.IO.Compression;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// Files and folders on a command line, in a stable order. What lies in a folder is judged by how it begins, since telegrams come without
/// extensions and under any; what is named itself is taken as it is.
/// </summary>
internal static class TelegramFiles
{
    /// <summary>What may be a telegram: files as named; of a folder, everything below it that is markup, or is called so.</summary>
    /// <exception cref="UsageException">Names what is not there.</exception>
    public static IEnumerable<string> Find(IEnumerable<string> paths) => Find(paths, MayBeTelegram);

    /// <summary>
    /// What <c>hub read</c> can say something of: telegrams, alerts, JSON, and any of them packed with gzip; each once. A path where nothing is, and a
    /// folder that cannot be listed, is answered as it was named.
    /// </summary>
    public static IEnumerable<string> FindReadable(IEnumerable<string> paths) => paths.SelectMany(path =>
    {
        try
        {
            return Find([path], MayBeReadable).ToList();
        }
        catch (Exception closed) when (closed is UsageException or IOException or UnauthorizedAccessException)
        {
            return [path];
        }
    }).Distinct();

    /// <summary>Lists of gauge readings: a file as named, or those of a folder.</summary>
    /// <exception cref="UsageException">Names what is not there.</exception>
    public static IEnumerable<string> FindGauges(string path) => Find([path], file => Path.GetExtension(file) is ".csv" or ".json");

    /// <summary>The octets of a file, unpacked when they are packed with gzip; never more than one over the limit, whatever the file holds.</summary>
    /// <param name="file">The file; a device or a pipe too.</param>
    /// <param name="most">Octets that a reader takes.</param>
    public static async Task<byte[]> ReadAsync(string file, int most)
    {
        await using var stream = File.OpenRead(file);
        var octets = await ReadAsync(stream, most);
        if (octets is not [0x1f, 0x8b, ..])
        {
            return octets;
        }

        try
        {
            await using var unpacked = new GZipStream(new MemoryStream(octets, writable: false), CompressionMode.Decompress);
            return await ReadAsync(unpacked, most);
        }
        catch (InvalidDataException)
        {
            // Not packed after all, or cut off: it is read, and refused, as it is.
            return octets;
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int most)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81_920];
        int count;
        while (taken.Length <= most && (count = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most + 1 - taken.Length)))) > 0)
        {
            taken.Write(buffer, 0, count);
        }

        return taken.ToArray();
    }

    private static IEnumerable<string> Find(IEnumerable<string> paths, Func<string, bool> belongs) => paths.SelectMany(path =>
        File.Exists(path) ? (IEnumerable<string>)[path]
        : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(belongs).Order(StringComparer.Ordinal)
        : throw new UsageException($"there is no file or folder {path}"));

    private static bool MayBeReadable(string file) =>
        MayBeTelegram(file) || Path.GetExtension(file) is ".json" or ".gz" || Begin(file) is [(byte)'{' or (byte)'[', ..] or [0x1f, 0x8b, ..];

    private static bool MayBeTelegram(string file) => Path.GetExtension(file) is ".xml" or ".cap" || Begin(file) is [(byte)'<', ..];

    /// <summary>A file from its first octet that is neither blank, nor of a byte order mark, nor a zero of UTF-16; empty when there is none soon.</summary>
    private static byte[] Begin(string file)
    {
        try
        {
            Span<byte> first = stackalloc byte[64];
            using var stream = File.OpenRead(file);
            first = first[..stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
            var start = first.IndexOfAnyExcept((ReadOnlySpan<byte>)[(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0x00, 0xef, 0xbb, 0xbf, 0xfe, 0xff]);
            return start < 0 ? [] : first[start..].ToArray();
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
