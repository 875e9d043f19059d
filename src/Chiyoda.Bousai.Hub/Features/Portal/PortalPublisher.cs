using System.Security.Cryptography;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Live;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// Renders the public pages from one view and keeps them in memory and in a folder that any web server can mirror. Reading
/// them touches no database; when the database is away the last pages stay, with their time. The languages that are written whole come first, at once;
/// the translations follow from the newest view, their first pages before the others.
/// </summary>
internal sealed class PortalPublisher(
    IServiceScopeFactory scopes, PortalRenderer renderer, PortalTexts texts, AssetLibrary assets, PortalMirror mirror, ILogger<PortalPublisher> logger)
    : BackgroundService, IChronologyListener
{
    private const string PageCaching = "public, max-age=0, must-revalidate, stale-if-error=86400";

    private const string StatusCaching = "public, max-age=10, stale-while-revalidate=60, stale-if-error=86400";

    /// <summary>How often the pages are looked at without an entry: sources fall silent, and the time that pages show goes on.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>Between two rounds of the translations, so that a burst of changes does not keep a node busy with fourteen languages of each.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly PortalPage[] FirstPages = [PortalPage.Home, PortalPage.Lite];

    private static readonly PortalPage[] OtherPages = [.. Enum.GetValues<PortalPage>().Except(FirstPages)];

    private readonly SemaphoreSlim _oneAtATime = new(1);

    private readonly SemaphoreSlim _translationsDue = new(0, 1);

    private readonly IReadOnlyList<PortalWords> _written = [.. texts.Languages.Where(language => language.BorrowsFrom is null)];

    private readonly IReadOnlyList<PortalWords> _translations = [.. texts.Languages.Where(language => language.BorrowsFrom is not null)];

    private PortalSite _site = PortalSite.Empty;

    public PortalSite Site => Volatile.Read(ref _site);

    public Task BeginAsync(long last, long lastPublic, CancellationToken cancellationToken) => PublishAsync(cancellationToken);

    public Task HearAsync(IReadOnlyList<FollowedEntry> entries, CancellationToken cancellationToken) =>
        entries.Any(entry => entry.Visibility == Visibility.Public) ? PublishAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Renders the pages of the written languages from the newest state and swaps them in; those of the translations follow by themselves.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var view = await ComposeAsync(cancellationToken);
            var status = StatusDocument.From(view).ToUtf8Json();
            var files = await RenderAsync(view, _written, Enum.GetValues<PortalPage>(), cancellationToken);
            files["/status.json"] = new SiteFile("application/json", StatusCaching, TagOf(status), status, default, default);
            await SwapAsync(view, files, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }

        if (_translations.Count > 0 && _translationsDue.CurrentCount == 0)
        {
            _translationsDue.Release();
        }
    }

    /// <summary>Renders the translations from the view that the other pages show, while these may go on to the next.</summary>
    private async Task FollowAsync(PortalPage[] pages, CancellationToken cancellationToken)
    {
        if (Site.View is not { } view)
        {
            return;
        }

        var files = await RenderAsync(view, _translations, pages, cancellationToken);

        // Read back like every page that shows areas (design rule 11); one that differs is not served.
        foreach (var (path, problem) in files.Keys.Select(path => (path, Problem: PortalEcho.FindProblem(view, path, files[path]))).Where(pair => pair.Problem is not null).ToList())
        {
            PortalLog.TranslationDiffers(logger, path, problem!);
            files.Remove(path);
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await SwapAsync(Site.View!, files.ToDictionary(pair => pair.Key, pair => pair.Value with { Follows = true }), cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task<Dictionary<string, SiteFile>> RenderAsync(
        PortalView view, IReadOnlyList<PortalWords> languages, PortalPage[] pages, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, SiteFile>(StringComparer.Ordinal);
        var address = new PortalAddress(string.Empty, assets.Version);
        foreach (var language in languages)
        {
            foreach (var page in pages)
            {
                var rendered = await renderer.RenderAsync(view, page, language.Language, address, cancellationToken);
                files[address.Of(page, language.Language)] = new SiteFile(
                    RenderedPage.ContentType, PageCaching, rendered.ETag, rendered.Html, rendered.Brotli, rendered.Gzip);
            }

            var manifest = PortalManifest.For(view, language, address);
            files[address.Manifest(language.Language)] = new SiteFile(PortalManifest.ContentType, PageCaching, TagOf(manifest), manifest, default, default);
        }

        return files;
    }

    private async Task SwapAsync(PortalView view, Dictionary<string, SiteFile> files, CancellationToken cancellationToken)
    {
        var site = new PortalSite(view, Site.Files.SetItems(files));
        Volatile.Write(ref _site, site);
        await mirror.WriteAsync(site, cancellationToken);
    }

    public override void Dispose()
    {
        _oneAtATime.Dispose();
        _translationsDue.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(RepeatAsync(stoppingToken), FollowAsync(stoppingToken));

    private async Task RepeatAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(PublishAsync, stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (_translations.Count > 0)
        {
            await _translationsDue.WaitAsync(stoppingToken);
            await TryAsync(cancellationToken => FollowAsync(FirstPages, cancellationToken), stoppingToken);
            await TryAsync(cancellationToken => FollowAsync(OtherPages, cancellationToken), stoppingToken);
            await Task.Delay(Pause, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> publish, CancellationToken stoppingToken)
    {
        try
        {
            await publish(stoppingToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            PortalLog.PublishFailed(logger, fault);
        }
    }

    private async Task<PortalView> ComposeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalComposer>().ComposeAsync(cancellationToken);
    }

    private static string TagOf(byte[] octets) => $"\"{Convert.ToHexStringLower(SHA256.HashData(octets))[..16]}\"";
}
