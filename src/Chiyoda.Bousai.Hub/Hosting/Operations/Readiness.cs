using System.Globalization;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Hangfire;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>
/// Looks at every part and says in plain words what is not as it should be. Each look is bounded: whoever asks is answered in
/// little over a second whatever hangs.
/// </summary>
internal sealed class Readiness(
    OperationsReader reader, PortalPublisher portal, PortalMirror mirror, Deployment deployment, TimeProvider clock, IServiceProvider services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Longer than the many messages of a whole ward take.</summary>
    private static readonly TimeSpan UnsentFor = TimeSpan.FromSeconds(60);

    /// <summary>Pages are renewed every 30 s.</summary>
    private static readonly TimeSpan PagesGoodFor = TimeSpan.FromSeconds(90);

    private readonly Lock _lock = new();

    private Task<long>? _jobs;

    /// <returns>What is degraded, or <see langword="null"/> when the database does not answer and nothing can be served anew.</returns>
    public async Task<IReadOnlyList<Degraded>?> LookAsync(CancellationToken cancellationToken)
    {
        var jobs = JobsAsync(cancellationToken);
        OperationsSnapshot now;
        try
        {
            now = await reader.ReadAsync(Patience, cancellationToken);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            return null;
        }

        return [.. CallOuts(now), .. Feeds(now), .. Telegrams(now), .. Dispatches(now), .. Nodes(now), .. Ring(), .. await jobs, .. Portal()];
    }

    private IEnumerable<Degraded> CallOuts(OperationsSnapshot now)
    {
        if (now.UnansweredCallOuts > 0)
        {
            yield return new Degraded("call-out", Count($"{now.UnansweredCallOuts} call-outs went through the duty list and nobody answered"));
        }

        if (services.GetService<DutyRegister>() is { IsBroken: true })
        {
            yield return new Degraded("call-out", "the duty list cannot be read; the last good one counts");
        }
    }

    private IEnumerable<Degraded> Feeds(OperationsSnapshot now) => now.Sources
        .Where(source => source.State != KnowledgeState.Known)
        .Select(source => new Degraded("feeds", source.HeardAt is { } heard ? $"{source.Id} is silent for {Words(clock.GetUtcNow() - heard)}" : $"{source.Id} was never heard"));

    private static IEnumerable<Degraded> Telegrams(OperationsSnapshot now)
    {
        if (now.TelegramsFailing > 0)
        {
            yield return new Degraded("telegrams", Count($"{now.TelegramsFailing} telegrams are kept and could not be worked out"));
        }
    }

    private IEnumerable<Degraded> Dispatches(OperationsSnapshot now)
    {
        if (now.HeldDispatches > 0)
        {
            yield return new Degraded("dispatch", Count($"{now.HeldDispatches} dispatches are held until a person releases them"));
        }

        if (clock.GetUtcNow() - now.UnsentSince is { } age && age > UnsentFor)
        {
            yield return new Degraded("dispatch", $"messages are on their way for {Words(age)}");
        }
    }

    private IEnumerable<Degraded> Nodes(OperationsSnapshot now)
    {
        foreach (var role in new[] { HubRoles.Web, HubRoles.Worker, HubRoles.Ingest }.Where(role => !now.Roles.HasFlag(role)))
        {
            yield return new Degraded("nodes", $"no node has the role {role.ToWords()}");
        }

        if (clock.GetUtcNow() - now.AliveAt is var silence && silence > 3 * Heartbeat.Every)
        {
            yield return new Degraded("heartbeat", $"the sign of life in the database is {Words(silence)} old");
        }
    }

    private IEnumerable<Degraded> Ring()
    {
        if (services.GetService<Backplane>() is { IsUp: false })
        {
            yield return new Degraded("ring", "Redis does not answer; nodes look for news every 2 s instead");
        }
    }

    private IEnumerable<Degraded> Portal()
    {
        if (!deployment.Roles.HasFlag(HubRoles.Web))
        {
            yield break;
        }

        if (portal.Site.View?.AsOf is not { } asOf)
        {
            yield return new Degraded("portal", "the public pages are not made yet");
        }
        else if (clock.GetUtcNow() - asOf is var age && age > PagesGoodFor)
        {
            yield return new Degraded("portal", $"the public pages are {Words(age)} old");
        }

        if (mirror.FailedSince is { } since)
        {
            yield return new Degraded("mirror", $"the mirror folder cannot be written for {Words(clock.GetUtcNow() - since)}");
        }
    }

    /// <summary>The storage is asked by one question at a time: one that hangs is not joined by others.</summary>
    private async Task<IReadOnlyList<Degraded>> JobsAsync(CancellationToken cancellationToken)
    {
        if (!deployment.Roles.HasFlag(HubRoles.Worker) || services.GetService<JobStorage>() is not { } storage)
        {
            return [];
        }

        Task<long> asked;
        lock (_lock)
        {
            asked = _jobs = _jobs is { IsCompleted: false } running ? running : Task.Run(() => (long)storage.GetMonitoringApi().Servers().Count, CancellationToken.None);
        }

        try
        {
            return await asked.WaitAsync(Patience, cancellationToken) > 0 ? [] : [new Degraded("jobs", "no scheduler has signed its storage; the sweeper does its work within 3 s")];
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a storage throws: the sweeper does not need it.
            return [new Degraded("jobs", "the storage of jobs does not answer; the sweeper does its work within 3 s")];
        }
    }

    private static string Count(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Words(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? Count($"{time.TotalSeconds:0} s")
        : time < TimeSpan.FromHours(2) ? Count($"{time.TotalMinutes:0} min") : Count($"{time.TotalHours:0} h");
}
