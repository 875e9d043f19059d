using System.Globalization;
using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.P2PQuake;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>
/// Reports of the second source. They lie in a table of their own, which neither the fold of warnings nor any criterion reads: they are shown,
/// and nothing follows from them. What JMA has said of the same event is not shown a second time.
/// </summary>
internal sealed class UnconfirmedReports(IServiceScopeFactory scopes, IOptions<P2PQuakeOptions> options, WardPack pack, TimeProvider clock)
{
    private readonly string _name = pack.Ward.Sources.FirstOrDefault(source => source.Id == options.Value.Source)?.Name ?? options.Value.Source;

    /// <summary>How long a report is shown.</summary>
    private static readonly TimeSpan ShownFor = TimeSpan.FromHours(24);

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>The second source gives minutes, JMA's event id seconds of the first detection.</summary>
    private static readonly TimeSpan SameEvent = TimeSpan.FromMinutes(3);

    /// <summary>Between a telegram and what is made from it.</summary>
    private static readonly TimeSpan SameForecast = TimeSpan.FromMinutes(10);

    private const int TsunamiCode = 552;
    private const int MaxShown = 50;

    /// <summary>Regions beside the ward's that a line of the chronology names.</summary>
    private const int MaxOthers = 5;

    /// <summary>Telegrams of a day; the days after a great earthquake had some hundred.</summary>
    private const int MaxTold = 2_000;

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
                var fresh = read.Where(report => !known.Contains(report.Report.Id)).DistinctBy(report => report.Report.Id).Select(report => (report.Report, Row: new UnconfirmedReport(report.Report.Id, options.Value.Source)
                {
                    Kind = report.Report.Code,
                    OccurredAt = report.Report.OccurredAt,
                    IssuedAt = report.Report.IssuedAt,
                    ReceivedAt = now,
                    Text = report.Text,
                })).ToList();
                db.AddRange(fresh.Select(each => each.Row));

                // A history reaches back weeks: what is not shown any more is not told either.
                List<Fact> facts = [.. fresh.Where(each => each.Row.OccurredAt > now - ShownFor).OrderBy(each => each.Row.IssuedAt).Select(each => new UnconfirmedReceived(each.Row, _name, LineOf(each.Report)))];
                if (facts.Count > 0)
                {
                    await db.CommitAsync(facts, cancellationToken);
                    return facts.Count;
                }

                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        var before = clock.GetUtcNow() - KeptFor;
        await db.UnconfirmedReports.Where(report => report.ReceivedAt < before).ExecuteDeleteAsync(cancellationToken);
        return string.Empty;
    }

    private string LineOf(P2PQuakeReport report) => report switch
    {
        { Earthquake: { } quake } => $"地震　{(quake.HypocenterName.Length > 0 ? quake.HypocenterName : "震源不明")}　最大{(quake.MaxIntensity is { } known ? IntensityWords.Japanese(known) : "震度不明")}",
        { Tsunami: { IsCancelled: true } } => "津波予報の解除",
        _ => $"津波　{string.Join("、", LinesOf(P2PTsunamiForWard.Of(report.Tsunami!, pack.Ward.Codes)))}",
    };

    private IEnumerable<string> LinesOf(P2PTsunamiForWard cut) => TsunamiLines.OfWard(cut, pack.Ward).Append(TsunamiLines.OfOthers(cut, MaxOthers)).Where(line => line.Length > 0);

    /// <summary>The newest report of each event of the last day of which JMA has said nothing here.</summary>
    public async Task<IReadOnlyList<Item>> ListAsync(BousaiDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (since, until) = (now - ShownFor, now + SameForecast);
        var rows = await db.UnconfirmedReports.AsNoTracking().Where(report => report.OccurredAt > since && report.OccurredAt < until)
            .OrderByDescending(report => report.IssuedAt).Take(4 * MaxShown).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var told = await ToldAsync(db, since - SameForecast, cancellationToken);
        var shown = new List<Item>();
        foreach (var row in rows)
        {
            if (P2PQuakeReader.Read(Encoding.UTF8.GetBytes(row.Text)).TryGet(out var read, out _) && read is [var (report, _)] && shown.Count < MaxShown
                && !shown.Exists(newer => IsSame(newer.Report, report)) && !await IsConfirmedAsync(db, told, report, cancellationToken))
            {
                shown.Add(new Item(report, row.SourceId, row.ReceivedAt));
            }
        }

        return shown;
    }

    /// <summary>What JMA has told of earthquakes and tsunamis, without its octets.</summary>
    private static Task<List<Told>> ToldAsync(BousaiDbContext db, DateTimeOffset since, CancellationToken cancellationToken)
    {
        string[] types = [.. QuakeTypes, .. TsunamiTypes];
        return db.Telegrams.AsNoTracking().Where(telegram => types.Contains(telegram.Type) && telegram.Status == TelegramStatus.Normal && telegram.ReportedAt >= since)
            .OrderByDescending(telegram => telegram.ReportedAt).Take(MaxTold)
            .Select(telegram => new Told(telegram.Id, telegram.Type, telegram.EventId, telegram.ReportedAt!.Value)).ToListAsync(cancellationToken);
    }

    private static bool IsSame(P2PQuakeReport newer, P2PQuakeReport older) => newer.Code == older.Code
        && (newer.Code == TsunamiCode || ((newer.OccurredAt - older.OccurredAt).Duration() <= SameEvent && (IsSameName(newer.Earthquake!.HypocenterName, older.Earthquake!.HypocenterName))));

    private static bool IsSameName(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;

    /// <summary>Whether a telegram of JMA tells of the same event: by its time, and by the name of the hypocentre where both have one.</summary>
    private static async Task<bool> IsConfirmedAsync(BousaiDbContext db, IReadOnlyList<Told> told, P2PQuakeReport report, CancellationToken cancellationToken)
    {
        if (report.Code == TsunamiCode)
        {
            return told.Any(telegram => TsunamiTypes.Contains(telegram.Type) && (telegram.ReportedAt - report.IssuedAt).Duration() <= SameForecast);
        }

        var sameTime = told.Where(telegram => TimeOf(telegram.EventId) is { } at && (at - report.OccurredAt).Duration() <= SameEvent).ToList();
        if (report.Earthquake!.HypocenterName.Length == 0 || sameTime.Exists(telegram => telegram.Type == "VXSE51"))
        {
            return sameTime.Count > 0;
        }

        // Two earthquakes within the same minutes are told apart by their names.
        var name = Encoding.UTF8.GetBytes(report.Earthquake.HypocenterName);
        foreach (var telegram in sameTime)
        {
            var octets = await db.Telegrams.AsNoTracking().Where(stored => stored.Id == telegram.Id).Select(stored => stored.Octets).FirstOrDefaultAsync(cancellationToken);
            if (octets.AsSpan().IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>EventID of an earthquake: yyyyMMddHHmmss in Japan.</summary>
    private static DateTimeOffset? TimeOf(string eventId) =>
        DateTimeOffset.TryParseExact($"{eventId}+09:00", "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    /// <summary>A report with where it is from.</summary>
    /// <param name="Report">What it says.</param>
    /// <param name="SourceId">The source of <c>ward.json</c>.</param>
    /// <param name="ReceivedAt">When this hub received it.</param>
    public sealed record Item(P2PQuakeReport Report, string SourceId, DateTimeOffset ReceivedAt);

    private sealed record Told(Guid Id, string Type, string EventId, DateTimeOffset ReportedAt);
}
