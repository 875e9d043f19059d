using System.IO.Compression;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>Files as somebody chose them, a zip as what is in it. What is counted is what really comes out, not what a file says of itself.</summary>
internal static class BackTestFiles
{
    /// <summary>Reads files of a kind; others in a zip are left alone.</summary>
    /// <param name="files">The files.</param>
    /// <param name="extensions">With the dot, lower case.</param>
    /// <param name="most">How many octets and files there may be.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Name and octets of each, in order.</returns>
    /// <exception cref="InvalidDataException">One is neither of the kind nor a zip.</exception>
    /// <exception cref="BackTestBoundException">There are more.</exception>
    public static async Task<IReadOnlyList<(string Name, byte[] Octets)>> ReadAsync(
        IEnumerable<IFormFile> files, string[] extensions, BackTestBounds most, CancellationToken cancellationToken)
    {
        List<(string, byte[])> read = [];
        var left = most.Octets;
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var kind = Path.GetExtension(file.FileName).ToLowerInvariant();
            if (extensions.Contains(kind, StringComparer.Ordinal))
            {
                await AddAsync(Path.GetFileName(file.FileName), content);
                continue;
            }

            if (kind != ".zip")
            {
                throw new InvalidDataException("Neither of the kind nor a zip.");
            }

            // The reader of zips seeks before the begin of what is too short, which the stream of a form answers with a defect.
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, cancellationToken);
            await using var zip = new ZipArchive(whole, ZipArchiveMode.Read);
            foreach (var entry in zip.Entries.Where(entry => extensions.Contains(Path.GetExtension(entry.Name).ToLowerInvariant(), StringComparer.Ordinal)))
            {
                await using var part = await entry.OpenAsync(cancellationToken);
                await AddAsync(entry.FullName, part);
            }
        }

        return read;

        async Task AddAsync(string name, Stream content)
        {
            using var octets = new MemoryStream();
            var buffer = new byte[81_920];
            int count;
            while ((count = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                left -= count;
                octets.Write(buffer, 0, left < 0 ? 0 : count);
                if (left < 0)
                {
                    throw new BackTestBoundException(most);
                }
            }

            read.Add((name, octets.ToArray()));
            if (read.Count > most.Telegrams)
            {
                throw new BackTestBoundException(most);
            }
        }
    }
}
