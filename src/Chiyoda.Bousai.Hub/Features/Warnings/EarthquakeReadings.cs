using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>Reads the earthquakes of the last days out of the stored telegrams: for pages, and to let nothing be called a test after a strong one.</summary>
internal sealed class EarthquakeReadings(BousaiDbContext db, WardPack pack, Deployment deployment, TimeProvider clock)
{
    /// <summary>How many are shown, the newest first.</summary>
    public const int Shown = 5;

    /// <summary>Telegrams that are looked at: an earthquake has some ten, an active week some hundred.</summary>
    private const int MaxTelegrams = 200;

    /// <summary>How far back it looks.</summary>
    public static readonly TimeSpan For = TimeSpan.FromDays(7);

    private static readonly string[] Types = ["VXSE51", "VXSE52", "VXSE53", "VXSE61", "VXSE62"];

    public Task<IReadOnlyList<Earthquake>> LatestAsync(CancellationToken cancellationToken) => ReadAsync(clock.GetUtcNow() - For, Shown, cancellationToken);

    /// <summary>The strongest 震度 in the ward among all earthquakes since a moment, however many followed it; <see langword="null"/> when none is known.</summary>
    public async Task<SeismicIntensity?> StrongestAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        (await ReadAsync(since, MaxTelegrams, cancellationToken)).Where(earthquake => earthquake.ReportedAt > since).Max(earthquake => earthquake.Ward.Intensity);

    private async Task<IReadOnlyList<Earthquake>> ReadAsync(DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var rows = await db.Telegrams.AsNoTracking()
            .Where(telegram => Types.Contains(telegram.Type) && telegram.ReceivedAt > since && telegram.Status != null && telegram.ReportedAt != null && telegram.EventId != "")
            .Where(telegram => deployment.IsExercise || telegram.Status == TelegramStatus.Normal)
            .OrderByDescending(telegram => telegram.ReceivedAt).Take(MaxTelegrams)
            .Select(telegram => new Row(
                telegram.Id, telegram.Type, telegram.Title, telegram.EventId, telegram.Status!.Value, telegram.InfoType ?? InfoType.Issue,
                telegram.ReportedAt!.Value, telegram.ReceivedAt))
            .ToListAsync(cancellationToken);
        var latest = (await WithTransmissionAsync(rows, cancellationToken)).GroupBy(row => (row.Status, row.EventId))
            .Select(Standing)
            .Where(standing => standing.Count > 0)
            .OrderByDescending(standing => standing.Max(row => row.ReportedAt))
            .Take(most);
        List<Earthquake> earthquakes = [];
        foreach (var standing in latest)
        {
            earthquakes.Add(await ReadAsync(standing, cancellationToken));
        }

        return earthquakes;
    }

    /// <summary>Of each kind of telegram the one that stands, by the one rule of the fold: newest, not cancelled, corrected.</summary>
    private static IReadOnlyList<Row> Standing(IEnumerable<Row> ofOneEvent) =>
    [
        .. ofOneEvent.GroupBy(row => row.Type)
            .Select(kind => WarningFold.Current(kind.Select(row => new WarningStatement(
                row.Id, row.Type, row.Status, row.InfoType, row.EventId, row.Content, row.ReportedAt, row.ControlAt ?? row.ReportedAt, row.ReceivedAt, []))) is { } current
                ? kind.First(row => row.Id == current.TelegramId)
                : null)
            .OfType<Row>()
            .OrderByDescending(row => row.ReportedAt).ThenByDescending(row => row.Type, StringComparer.Ordinal),
    ];

    /// <summary>
    /// Several 震度速報 come within one minute and bear one ReportDateTime. Which of them is newest only Control/DateTime tells, and what says
    /// the same counts once: both stand in the octets alone, which are read of such telegrams only.
    /// </summary>
    private async Task<IReadOnlyList<Row>> WithTransmissionAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var together = rows.GroupBy(row => (row.Status, row.EventId, row.Type, row.ReportedAt)).Where(same => same.Skip(1).Any()).SelectMany(same => same).ToList();
        if (together.Count == 0)
        {
            return rows;
        }

        var telegrams = await TelegramsAsync(together, cancellationToken);
        return
        [
            .. rows.Select(row => telegrams.TryGetValue(row.Id, out var telegram)
                ? row with { ControlAt = telegram.Control.ControlAt, Content = ContentOf(telegram) }
                : row),
        ];
    }

    /// <summary>A number for what a telegram says, without when it was transmitted.</summary>
    private static int? ContentOf(JmaTelegram telegram) => telegram.Facts is EarthquakeFacts facts
        ? BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join<object?>('\n', [facts.Hypocenter, .. facts.Observations, .. facts.Comments]))))
        : null;

    private async Task<IReadOnlyDictionary<Guid, JmaTelegram>> TelegramsAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var octets = await db.Telegrams.AsNoTracking().Where(telegram => ids.Contains(telegram.Id))
            .Select(telegram => new { telegram.Id, telegram.Octets }).ToListAsync(cancellationToken);
        Dictionary<Guid, JmaTelegram> telegrams = [];
        foreach (var stored in octets)
        {
            if (JmaTelegramReader.Read(stored.Octets).TryGet(out var telegram, out _))
            {
                telegrams[stored.Id] = telegram;
            }
        }

        return telegrams;
    }

    private async Task<Earthquake> ReadAsync(IReadOnlyList<Row> standing, CancellationToken cancellationToken)
    {
        var read = await TelegramsAsync(standing, cancellationToken);
        var telegrams = standing.Where(row => read.ContainsKey(row.Id)).ToDictionary(row => row.Type, row => read[row.Id], StringComparer.Ordinal);
        var located = Facts("VXSE61") ?? Facts("VXSE53") ?? Facts("VXSE52");
        var observed = Facts("VXSE53") ?? Facts("VXSE51");
        return new Earthquake(
            standing[0].EventId,
            standing[0].Status,
            located?.Hypocenter ?? Facts("VXSE53")?.Hypocenter ?? Facts("VXSE52")?.Hypocenter,
            observed?.MaxIntensity,
            OfWard(observed, Facts("VXSE53") is not null),
            StationsOfWard(observed),
            Facts("VXSE53")?.Comments ?? Facts("VXSE52")?.Comments ?? Facts("VXSE51")?.Comments ?? [],
            telegrams.GetValueOrDefault("VXSE62") is { } longPeriod ? OfWard(longPeriod) : null,
            standing[0].ReportedAt,
            telegrams.Values.FirstOrDefault()?.Control.PublishingOffice ?? string.Empty,
            [.. standing.Select(row => new EarthquakeTelegram(row.Id, row.Type, row.Title, row.ReportedAt))]);

        EarthquakeFacts? Facts(string type) => telegrams.GetValueOrDefault(type)?.Facts as EarthquakeFacts;
    }

    private WardIntensity OfWard(EarthquakeFacts? facts, bool isListComplete)
    {
        var codes = pack.Ward.Codes;
        var city = Strongest(IntensityScope.City, codes.SeismicCities);
        return city is null && Strongest(IntensityScope.Area, codes.SeismicAreas) is { } area && !isListComplete
            ? new WardIntensity(area, IsOfArea: true, isListComplete)
            : new WardIntensity(city, IsOfArea: false, isListComplete);

        SeismicIntensity? Strongest(IntensityScope scope, IReadOnlySet<string> of) => facts?.Observations
            .Where(observation => observation.Scope == scope && of.Contains(observation.Place.Code))
            .Max(observation => observation.Intensity);
    }

    /// <summary>長周期地震動 has areas and stations only: the area around the ward says what is known for it. An area that is not listed has no class, which is not 0.</summary>
    private LongPeriod OfWard(JmaTelegram telegram)
    {
        var facts = telegram.Facts as EarthquakeFacts;
        var strongest = facts?.Observations
            .Where(observation => observation is { Scope: IntensityScope.Area, LongPeriodClass: not null } && pack.Ward.Codes.SeismicAreas.Contains(observation.Place.Code))
            .MaxBy(observation => observation.LongPeriodClass);
        return new LongPeriod(
            strongest?.LongPeriodClass, strongest?.Place.Name ?? string.Empty, facts?.MaxLongPeriodClass, telegram.Head.Headline.Text, telegram.Head.ReportedAt, telegram.Control.PublishingOffice);
    }

    /// <summary>A station stands behind its municipality; its own code says nothing, since it may equal a municipality's.</summary>
    private List<IntensityObservation> StationsOfWard(EarthquakeFacts? facts)
    {
        List<IntensityObservation> stations = [];
        var isWard = false;
        foreach (var observation in facts?.Observations ?? [])
        {
            if (observation.Scope != IntensityScope.Station)
            {
                isWard = observation.Scope == IntensityScope.City && pack.Ward.Codes.SeismicCities.Contains(observation.Place.Code);
            }
            else if (isWard)
            {
                stations.Add(observation);
            }
        }

        return stations;
    }

    private sealed record Row(
        Guid Id, string Type, string Title, string EventId, TelegramStatus Status, InfoType InfoType, DateTimeOffset ReportedAt, DateTimeOffset ReceivedAt)
    {
        /// <summary>Control/DateTime, where others were reported at the same time.</summary>
        public DateTimeOffset? ControlAt { get; init; }

        /// <summary>See <see cref="ContentOf"/>.</summary>
        public int? Content { get; init; }
    }
}
