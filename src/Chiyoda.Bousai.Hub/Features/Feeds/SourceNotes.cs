using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Writes into the chronology that a source fell silent, and that it is back: once each, whatever node sees it.</summary>
internal sealed class SourceNotes(IServiceScopeFactory scopes, WardPack pack, IOptions<FeedsOptions> options, TimeProvider clock, ILogger<SourceNotes> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await NoteAsync(stoppingToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node wrote it down.
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                PollingLog.NotingFailed(logger, fault);
            }
        }
    }

    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var contacts = await db.Sources.ToListAsync(cancellationToken);
        var facts = new List<Fact>();
        foreach (var source in pack.Ward.Sources.Where(source => source.Mode != SourceMode.Manual))
        {
            if (contacts.Find(contact => contact.SourceId == source.Id) is { } contact)
            {
                facts.AddRange(Note(source, contact));
            }
        }

        if (facts.Count > 0)
        {
            await db.CommitAsync(facts, cancellationToken);
        }
    }

    private IEnumerable<Fact> Note(SourceDefinition source, SourceContact contact)
    {
        // A gap that nobody saw while it lasted, since no hub ran, is told with its end.
        if (contact.GapFrom is { } gap && contact.NotedBackFrom != gap)
        {
            if (contact.NotedSilentFrom != gap)
            {
                yield return Silent(source, contact, gap);
            }

            contact.NotedBackFrom = gap;
            PollingLog.HeardAgain(logger, source.Id, gap);
            yield return new SourceHeardAgain(source, gap, contact.HeardSince);
        }

        if (clock.GetUtcNow() - contact.HeardAt > options.Value.SilentAfter && contact.NotedSilentFrom != contact.HeardAt)
        {
            yield return Silent(source, contact, contact.HeardAt);
        }
    }

    private SourceFellSilent Silent(SourceDefinition source, SourceContact contact, DateTimeOffset since)
    {
        contact.NotedSilentFrom = since;
        PollingLog.Silent(logger, source.Id, since);
        return new SourceFellSilent(source, since, clock.GetUtcNow());
    }
}
