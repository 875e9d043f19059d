using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>Scripts, styles and pictures of the browser side, from the assembly; compressed once.</summary>
internal sealed class AssetLibrary
{
    private const string Prefix = "dist/";

    private readonly Dictionary<string, Asset> _assets;

    public AssetLibrary()
    {
        var assembly = typeof(AssetLibrary).Assembly;
        _assets = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                using var octets = new MemoryStream();
                stream.CopyTo(octets);
                return new Asset(octets.ToArray(), Compress(octets.ToArray()), TypeOf(name));
            },
            StringComparer.Ordinal);
        Version = Convert.ToHexStringLower(SHA256.HashData([.. _assets.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Octets)]))[..12];
    }

    /// <summary>Changes with any of the files.</summary>
    public string Version { get; }

    public IEnumerable<(string Name, ReadOnlyMemory<byte> Octets)> Files => _assets.Select(pair => (pair.Key, (ReadOnlyMemory<byte>)pair.Value.Octets));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dist/{name}", Results<NotFound, FileContentHttpResult> (string name, HttpContext context) => Serve(name, context)).AllowAnonymous().ExcludeFromDescription();

        // At the root, so that its scope is the whole site.
        routes.MapGet("/service-worker.js", Results<NotFound, FileContentHttpResult> (HttpContext context) => Serve("service-worker.js", context)).AllowAnonymous().ExcludeFromDescription();
    }

    private Results<NotFound, FileContentHttpResult> Serve(string name, HttpContext context)
    {
        if (!_assets.TryGetValue(name, out var asset))
        {
            return TypedResults.NotFound();
        }

        var isVersioned = context.Request.Query["v"] == Version;
        context.Response.Headers.CacheControl = isVersioned ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (takesBrotli)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        return TypedResults.File(takesBrotli ? asset.Brotli : asset.Octets, asset.Type, entityTag: new EntityTagHeaderValue($"\"{Version}{(takesBrotli ? "-br" : string.Empty)}\""));
    }

    private static byte[] Compress(byte[] octets)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            brotli.Write(octets);
        }

        return compressed.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No media type for {other}."),
    };

    private sealed record Asset(byte[] Octets, byte[] Brotli, string Type);
}
