using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>
/// Reports of the second source. They lie in a table of their own, which neither the fold of warnings nor any criterion reads: they are shown,
/// and nothing follows from them. What JMA has said of the same event is not shown a second time.
/// </summary>
internal sealed class UnconfirmedReports(IServiceScopeFactory scopes, IOptions<P2PQuakeOptions> options, TimeProvider clock)
{
    /// <summary>How long a report is shown.</summary>
    private static readonly TimeSpan ShownFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>The second source gives minutes, JMA's event id seconds of the first detection.</summary>
    private static readonly TimeSpan SameEvent = TimeSpan.FromMinutes(3);

    /// <summary>Between a telegram and what is made from it.</summary>
    private static readonly TimeSpan SameForecast = TimeSpan.FromMinutes(10);

    private const int TsunamiCode = 552;
    private const int MaxShown = 50;

    private static readonly string[] QuakeTypes = ["VXSE51", "VXSE52", "VXSE53", "VXSE61", "VXSE62"];
    private static readonly string[] TsunamiTypes = ["VTSE41", "VTSE51", "VTSE52"];

    /// <summary>Keeps the reports that are not known yet.</summary>
    /// <returns>Why nothing could be read; empty when it could.</returns>
    public async Task<string> TakeAsync(byte[] octets, CancellationToken cancellationToken)
    {
        if (!P2PQuakeReader.Read(octets).TryGet(out var read, out var refusal))
        {
            return refusal.Code;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        await db.RepeatAsync(
            async () =>
            {
                var ids = read.Select(report => report.Report.Id).ToList();
                var known = await db.UnconfirmedReports.Where(report => ids.Contains(report.Id)).Select(report => report.Id).ToListAsync(cancellationToken);
                var now = clock.GetUtcNow();
                db.AddRange(read.Where(report => !known.Contains(report.Report.Id)).DistinctBy(report => report.Report.Id).Select(report => new UnconfirmedReport(report.Report.Id, options.Value.Source)
                {
                    Kind = report.Report.Code,
                    OccurredAt = report.Report.OccurredAt,
                    IssuedAt = report.Report.IssuedAt,
                    ReceivedAt = now,
                    Text = report.Text,
                }));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        var before = clock.GetUtcNow() - KeptFor;
        await db.UnconfirmedReports.Where(report => report.ReceivedAt < before).ExecuteDeleteAsync(cancellationToken);
        return string.Empty;
    }

    /// <summary>The newest report of each event of the last day of which JMA has said nothing here.</summary>
    public async Task<IReadOnlyList<P2PQuakeReport>> ListAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - ShownFor;
        var rows = await db.UnconfirmedReports.AsNoTracking().Where(report => report.OccurredAt > since).OrderByDescending(report => report.IssuedAt).Take(4 * MaxShown).ToListAsync(cancellationToken);
        var shown = new List<P2PQuakeReport>();
        foreach (var row in rows)
        {
            if (P2PQuakeReader.Read(Encoding.UTF8.GetBytes(row.Text)).TryGet(out var read, out _) && read.Count == 1 && shown.Count < MaxShown
                && !shown.Exists(newer => IsSame(newer, read[0].Report)) && !await IsConfirmedAsync(db, read[0].Report, cancellationToken))
            {
                shown.Add(read[0].Report);
            }
        }

        return shown;
    }

    private static bool IsSame(P2PQuakeReport newer, P2PQuakeReport older) => newer.Code == older.Code
        && (newer.Code == TsunamiCode || ((newer.OccurredAt - older.OccurredAt).Duration() <= SameEvent && (IsSameName(newer.Earthquake!.HypocenterName, older.Earthquake!.HypocenterName))));

    private static bool IsSameName(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;

    /// <summary>Whether a telegram of JMA tells of the same event: by its time, and by the name of the hypocentre where both have one.</summary>
    private static async Task<bool> IsConfirmedAsync(BousaiDbContext db, P2PQuakeReport report, CancellationToken cancellationToken)
    {
        var types = report.Code == TsunamiCode ? TsunamiTypes : QuakeTypes;
        var (from, until) = (report.OccurredAt - SameForecast, report.OccurredAt + TimeSpan.FromHours(2));
        var telegrams = await db.Telegrams.AsNoTracking()
            .Where(telegram => types.Contains(telegram.Type) && telegram.Status == TelegramStatus.Normal && telegram.ReportedAt >= from && telegram.ReportedAt <= until)
            .OrderBy(telegram => telegram.ReportedAt).Take(100).ToListAsync(cancellationToken);
        return report.Code == TsunamiCode
            ? telegrams.Exists(telegram => (telegram.ReportedAt!.Value - report.IssuedAt).Duration() <= SameForecast)
            : telegrams.Exists(telegram => TimeOf(telegram.EventId) is { } at && (at - report.OccurredAt).Duration() <= SameEvent
                && (telegram.Type == "VXSE51" || report.Earthquake!.HypocenterName.Length == 0
                    || telegram.Octets.AsSpan().IndexOf(Encoding.UTF8.GetBytes(report.Earthquake.HypocenterName)) >= 0));
    }

    /// <summary>EventID of an earthquake: yyyyMMddHHmmss in Japan.</summary>
    private static DateTimeOffset? TimeOf(string eventId) =>
        DateTimeOffset.TryParseExact($"{eventId}+09:00", "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
