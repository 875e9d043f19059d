using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Cap;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>
/// Alerts from abroad. They lie in a table of their own, which neither the fold of warnings nor any criterion reads: they are shown to staff, and nothing
/// follows from them.
/// </summary>
internal sealed class ForeignAlerts(IServiceScopeFactory scopes, IOptions<Polling.ForeignAlertOptions> options, TimeProvider clock)
{
    /// <summary>Longer than any alert holds, since what ends another must not be forgotten before it.</summary>
    private static readonly TimeSpan KeptFor = CapSummary.HoldsAtMost + TimeSpan.FromDays(2);

    /// <summary>Languages that staff read, first choice first.</summary>
    private static readonly string[] Languages = ["ja", "en"];

    /// <summary>Alerts that are looked at, the newest: what ends an alert is newer than it.</summary>
    private const int MaxRead = 1_000;

    private const int MaxShown = 100;

    /// <summary>Alerts that are taken together: a round that brings hundreds makes a handful of entries, and each may be of 4 MB until it is kept.</summary>
    public const int Together = 25;

    /// <summary>Keeps the alerts that are not known yet; those that hold or end something are one entry of the chronology together.</summary>
    /// <returns>For each, why it could not be read; empty when it could.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(string list, IReadOnlyList<byte[]> alerts, CancellationToken cancellationToken)
    {
        var (read, refusals, now) = (new Dictionary<string, ForeignAlert>(StringComparer.Ordinal), new List<string>(), clock.GetUtcNow());
        foreach (var octets in alerts)
        {
            refusals.Add(CapReader.Read(octets).TryGet(out var alert, out var refusal) ? string.Empty : refusal.Code);
            if (alert is not null)
            {
                var (key, summary) = (KeyOf(alert), CapSummary.Of(alert, now, Languages));
                read.TryAdd(key, new ForeignAlert(key, options.Value.Source) { List = list, SentAt = summary.SentAt, ReceivedAt = now, Summary = summary, Octets = octets });
            }
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        await db.RepeatAsync(
            async () =>
            {
                var known = await db.ForeignAlerts.Where(alert => read.Keys.Contains(alert.Key)).Select(alert => alert.Key).ToListAsync(cancellationToken);
                var fresh = read.Values.Where(alert => !known.Contains(alert.Key)).ToList();
                db.AddRange(fresh);
                var told = fresh.Where(alert => IsTold(alert.Summary, now)).OrderByDescending(alert => alert.SentAt).ThenBy(alert => alert.Key, StringComparer.Ordinal).ToList();
                if (told.Count > 0)
                {
                    await db.CommitAsync([new ForeignAlertsReceived(told)], cancellationToken);
                    return told.Count;
                }

                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return refusals;
    }

    /// <summary>Tests, and what ended before it came, change nothing of what staff see.</summary>
    private static bool IsTold(CapSummary alert, DateTimeOffset now) =>
        alert.IsActual && (alert.MsgType == "Cancel" || alert.IsAllClear || (alert.MsgType is "Alert" or "Update" && alert.EndsAt > now));

    /// <summary>What holds now, newest first.</summary>
    public async Task<IReadOnlyList<Item>> ListAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.ForeignAlerts.AsNoTracking().OrderByDescending(alert => alert.SentAt).Take(MaxRead)
            .Select(alert => new Item(alert.Key, alert.SourceId, alert.List, alert.Summary)).ToListAsync(cancellationToken);
        var inForce = CapBoard.InForce([.. rows.Select(row => row.Summary)], clock.GetUtcNow()).Take(MaxShown);
        var byReference = rows.ToDictionary(row => row.Summary.Reference);
        return [.. inForce.Select(summary => byReference[summary.Reference])];
    }

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var before = clock.GetUtcNow() - KeptFor;
        await db.ForeignAlerts.Where(alert => alert.ReceivedAt < before).ExecuteDeleteAsync(cancellationToken);
        var prefix = options.Value.Source + "/";
        await db.FeedEntries.Where(entry => entry.EndedAt < before && entry.List.StartsWith(prefix)).ExecuteDeleteAsync(cancellationToken);
    }

    private static string KeyOf(CapAlert alert)
    {
        var (sender, identifier, sent) = CapReference.Of(alert);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{sender}\n{identifier}\n{sent}")));
    }

    /// <param name="Key">Made of what identifies it.</param>
    /// <param name="SourceId">The source of <c>ward.json</c>.</param>
    /// <param name="List">The list that named it.</param>
    /// <param name="Summary">What it says.</param>
    public sealed record Item(string Key, string SourceId, string List, CapSummary Summary);
}
