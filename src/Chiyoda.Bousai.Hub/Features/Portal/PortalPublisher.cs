using System.Collections.Immutable;
using System.Security.Cryptography;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Live;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Renders the public pages from one view and keeps them in memory and in a folder that any web server can mirror. Reading
/// them touches no database; when the database is away the last pages stay, with their time.
/// </summary>
internal sealed class PortalPublisher(
    IServiceScopeFactory scopes, PortalRenderer renderer, PortalTexts texts, AssetLibrary assets, PortalMirror mirror, ILogger<PortalPublisher> logger)
    : BackgroundService, IChronologyListener
{
    private const string PageCaching = "public, max-age=0, must-revalidate, stale-if-error=86400";

    private const string StatusCaching = "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400";

    /// <summary>How often the pages are looked at without an entry: sources fall silent, and the time that pages show goes on.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);

    private PortalSite _site = PortalSite.Empty;

    public PortalSite Site => Volatile.Read(ref _site);

    public Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken) => PublishAsync(cancellationToken);

    public Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken) =>
        entries.Any(entry => entry.Visibility == Visibility.Public) ? PublishAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Renders everything from the newest state and swaps it in.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var view = await ComposeAsync(cancellationToken);
            var files = ImmutableDictionary.CreateBuilder<string, SiteFile>(StringComparer.Ordinal);
            var address = new PortalAddress(string.Empty, assets.Version);
            var status = StatusDocument.From(view).ToUtf8Json();
            files["/status.json"] = new SiteFile("application/json", StatusCaching, TagOf(status), status, default, default);
            foreach (var language in texts.Languages)
            {
                foreach (var page in Enum.GetValues<PortalPage>())
                {
                    var rendered = await renderer.RenderAsync(view, page, language.Language, address, cancellationToken);
                    files[address.Of(page, language.Language)] = new SiteFile(
                        RenderedPage.ContentType, PageCaching, rendered.ETag, rendered.Html, rendered.Brotli, rendered.Gzip);
                }

                var manifest = PortalManifest.For(view, language, address);
                files[address.Manifest(language.Language)] = new SiteFile(PortalManifest.ContentType, PageCaching, TagOf(manifest), manifest, default, default);
            }

            var site = new PortalSite(view, files.ToImmutable());
            Volatile.Write(ref _site, site);
            await mirror.WriteAsync(site, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PublishAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                PortalLog.PublishFailed(logger, fault);
            }
        }
    }

    private async Task<PortalView> ComposeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalComposer>().ComposeAsync(cancellationToken);
    }

    private static string TagOf(byte[] octets) => $"\"{Convert.ToHexStringLower(SHA256.HashData(octets))[..16]}\"";
}
