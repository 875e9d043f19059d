using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Writes the site into <c>site/</c> of the data directory, file by file by renaming, so that a mirror never reads half a page. Several
/// nodes may share the folder: each writes under names of its own, and the last one to rename is the newest.
/// </summary>
internal sealed class PortalMirror(Deployment deployment, AssetLibrary assets, TimeProvider clock, ILogger<PortalMirror> logger)
{
    private readonly string _unfinished = $".{Guid.NewGuid():N}.new";

    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <summary>Since when the folder cannot be written; <see langword="null"/> while it can.</summary>
    public DateTimeOffset? FailedSince { get; private set; }

    public async Task WriteAsync(PortalSite site, CancellationToken cancellationToken)
    {
        try
        {
            if (_written.Count == 0)
            {
                foreach (var (name, octets) in assets.Files)
                {
                    await WriteAsync($"/dist/{name}", octets, cancellationToken);
                }
            }

            foreach (var (path, file) in site.Files.Where(pair => _written.GetValueOrDefault(pair.Key) != pair.Value.ETag))
            {
                await WriteAsync(path, file.Plain, cancellationToken);
                _written[path] = file.ETag;
            }

            FailedSince = null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The pages in memory are served all the same.
            FailedSince ??= clock.GetUtcNow();
            PortalLog.MirrorFailed(logger, fault);
        }
    }

    private async Task WriteAsync(string path, ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        var name = path.EndsWith('/') ? path + "index.html" : Path.HasExtension(path) ? path : path + ".html";
        var target = Path.Combine(deployment.DataDirectory, "site", name[1..]);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = target + _unfinished;
        await File.WriteAllBytesAsync(beside, octets, cancellationToken);
        File.Move(beside, target, overwrite: true);
    }
}
