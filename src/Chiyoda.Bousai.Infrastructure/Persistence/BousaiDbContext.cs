using System.Diagnostics;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Infrastructure.Access;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Evacuation;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Operations;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.Infrastructure.Warnings;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Persistence;

/// <summary>The unit of work. A use case ends with <see cref="CommitAsync"/>; a derived context per database holds its migrations.</summary>
public abstract class BousaiDbContext(DbContextOptions options, IEnumerable<IFactRecorder> recorders, Doorbell doorbell)
    : IdentityUserContext<StaffAccount, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>As many nodes as may be first one after another, with much to spare.</summary>
    private const int MaxAttempts = 20;

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<AreaInForce> AreasInForce => Set<AreaInForce>();

    public DbSet<EvacuationTurn> Turns => Set<EvacuationTurn>();

    public DbSet<CallList> CallLists => Set<CallList>();

    public DbSet<FacilityCall> FacilityCalls => Set<FacilityCall>();

    public DbSet<CallOut> CallOuts => Set<CallOut>();

    public DbSet<CallOutMessage> CallOutMessages => Set<CallOutMessage>();

    public DbSet<Arrival> Arrivals => Set<Arrival>();

    public DbSet<StoredTelegram> Telegrams => Set<StoredTelegram>();

    public DbSet<SourceContact> Sources => Set<SourceContact>();

    public DbSet<PolledAddress> Polls => Set<PolledAddress>();

    public DbSet<FeedEntry> FeedEntries => Set<FeedEntry>();

    public DbSet<GaugeReading> GaugeReadings => Set<GaugeReading>();

    public DbSet<UnconfirmedReport> UnconfirmedReports => Set<UnconfirmedReport>();

    public DbSet<ForeignAlert> ForeignAlerts => Set<ForeignAlert>();

    public DbSet<StoredStatement> Statements => Set<StoredStatement>();

    public DbSet<WarningStream> WarningStreams => Set<WarningStream>();

    public DbSet<StandingRule> StandingRules => Set<StandingRule>();

    public DbSet<Relay> Relays => Set<Relay>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeEdition> NoticeEditions => Set<NoticeEdition>();
    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<ActivationSuggestion> ActivationSuggestions => Set<ActivationSuggestion>();

    public DbSet<StaffTask> StaffTasks => Set<StaffTask>();

    public DbSet<ShelterStatus> ShelterStatuses => Set<ShelterStatus>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<Dispatch> Dispatches => Set<Dispatch>();

    public DbSet<DispatchPage> DispatchPages => Set<DispatchPage>();

    public DbSet<ChronologyEntry> Chronology => Set<ChronologyEntry>();

    public DbSet<EntryPayload> EntryPayloads => Set<EntryPayload>();

    public DbSet<DeploymentStamp> Stamps => Set<DeploymentStamp>();

    public DbSet<HubNode> Nodes => Set<HubNode>();

    public DbSet<HubSecret> Secrets => Set<HubSecret>();

    public DbSet<SpentChallenge> SpentChallenges => Set<SpentChallenge>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// Saves state, what follows from the facts, and the facts themselves in one transaction, then rings. Nothing is sent in it.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was first; repeat the whole use case or refuse.</exception>
    public async Task CommitAsync(IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        using var span = BousaiTelemetry.Traces.StartActivity("commit");
        var since = Stopwatch.GetTimestamp();
        try
        {
            var sequence = await SaveAsync(facts, cancellationToken);
            BousaiTelemetry.Committed(since, null);
            span?.SetTag("bousai.sequence", sequence);
            doorbell.Ring(sequence);
        }
        catch (Exception fault)
        {
            BousaiTelemetry.Committed(since, fault);
            span.Fail(fault);
            throw;
        }
    }

    /// <returns>The sequence of the last entry; 0 when there was none.</returns>
    private async Task<long> SaveAsync(IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        foreach (var recorder in recorders)
        {
            await recorder.RecordAsync(this, facts, cancellationToken);
        }

        // Past this line the deed is done: it is not cancelled half-way.
        await transaction.CommitAsync(CancellationToken.None);
        return Set<SpineHead>().Local.SingleOrDefault()?.Sequence ?? 0;
    }

    /// <summary>
    /// Runs a whole use case, from its first reading to its commit, and again from the beginning when somebody else was first.
    /// The rules judge anew each time: what may not be done any more is refused by them, not by the database.
    /// </summary>
    /// <exception cref="DbUpdateException">Somebody else was first too often.</exception>
    public async Task<T> RepeatAsync<T>(Func<Task<T>> useCase, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await useCase();
            }
            catch (Exception fault) when (attempt < MaxAttempts && Conflicts.IsConflict(fault))
            {
                ChangeTracker.Clear();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 5 * attempt)), cancellationToken);
            }
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BousaiDbContext).Assembly);
    }
}
