using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Telegrams.Gauges;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.Telegrams.Jma.Floods;

namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>The telegrams and gauge readings of a back-test. 通常, 訓練 and 試験 are sets of their own, as they are live; readings go with 通常.</summary>
internal sealed class BackTestSet(WardPack pack, BackTestBounds bounds, GaugeLimits limits)
{
    private readonly WarningPolicy _policy = WarningPolicy.Default with { FallbackFamilies = pack.Ward.FallbackFamilies };
    private readonly Dictionary<TelegramStatus, List<BackTestTelegram>> _telegrams = [];
    private readonly List<BackTestReading> _readings = [];
    private int _count;
    private long _octets;

    /// <summary>Files that are no telegrams, or of no known status, and were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The statuses that occur.</summary>
    public IEnumerable<TelegramStatus> Statuses =>
        _telegrams.Keys.Concat(_readings.Count > 0 ? [TelegramStatus.Normal] : []).Distinct().Order();

    /// <summary>Readings of gauges.</summary>
    public int Readings => _readings.Count;

    /// <summary>Whether nothing was read.</summary>
    public bool IsEmpty => _telegrams.Count == 0 && _readings.Count == 0;

    public int CountOf(TelegramStatus status) => TelegramsOf(status).Count;

    /// <summary>How many of them state something for the ward.</summary>
    public int ConcerningOf(TelegramStatus status) => TelegramsOf(status).Count(telegram => telegram.Statements.Count > 0);

    /// <summary>Counts octets before they are read.</summary>
    /// <exception cref="BackTestBoundException">The set is larger than its bounds.</exception>
    public void Admit(long octets)
    {
        _count++;
        _octets += octets;
        if (_count > bounds.Telegrams || _octets > bounds.Octets)
        {
            throw new BackTestBoundException(bounds);
        }
    }

    /// <summary>Takes one telegram that was admitted.</summary>
    public void Add(string name, ReadOnlyMemory<byte> octets, Guid? id = null)
    {
        if (!JmaTelegramReader.Read(octets).TryGet(out var telegram, out _) || telegram.Control.Status is not { } status)
        {
            LeftOut++;
            return;
        }

        var reportedAt = telegram.Head.ReportedAt;
        var known = id ?? Guid.CreateVersion7();
        if (!_telegrams.TryGetValue(status, out var set))
        {
            _telegrams[status] = set = [];
        }

        set.Add(new BackTestTelegram(
            name,
            known,
            reportedAt,
            telegram.Control.ControlAt,
            TelegramStatements.From(telegram, known, reportedAt, pack.Ward.Codes, _policy),
            telegram.Facts is FloodForecastFacts flood ? FloodExpectations.For(flood, pack.Ward.Codes) : []));
    }

    /// <summary>Takes one list of readings that was admitted.</summary>
    public void AddGauges(string name, ReadOnlyMemory<byte> octets)
    {
        if (!GaugeReader.Read(octets).TryGet(out var reports, out _))
        {
            LeftOut++;
            return;
        }

        _readings.AddRange(reports.Select(report => new BackTestReading(name, report.StationId, new GaugeObservation(report.ObservedAt, report.MeasuredMeters))));
    }

    /// <summary>Takes readings that are kept here.</summary>
    public void AddGauges(string name, IEnumerable<GaugeReading> readings) =>
        _readings.AddRange(readings.Select(reading => new BackTestReading(name, reading.StationId, new GaugeObservation(reading.ObservedAt, reading.LevelMeters))));

    /// <summary>Runs the telegrams of a status through the criteria and zones of a pack.</summary>
    public IReadOnlyList<BackTestEvent> Run(TelegramStatus status, WardPack criteria, CancellationToken cancellationToken) =>
        BackTest.Run(criteria.Criteria, criteria.Zones, TelegramsOf(status), status == TelegramStatus.Normal ? _readings : [], limits, cancellationToken);

    private List<BackTestTelegram> TelegramsOf(TelegramStatus status) => _telegrams.TryGetValue(status, out var telegrams) ? telegrams : [];
}

/// <summary>How large a back-test may be.</summary>
/// <param name="Telegrams">The most telegrams.</param>
/// <param name="Octets">The most octets of all together.</param>
internal sealed record BackTestBounds(int Telegrams, long Octets)
{
    /// <summary>Of a command: a season of all that is published, about half a gigabyte of memory.</summary>
    public static BackTestBounds OfCommand { get; } = new(100_000, 4L << 30);

    /// <summary>Of a page, which shares its machine with the hub.</summary>
    public static BackTestBounds OfPage { get; } = new(2_000, 64L << 20);
}

/// <summary>A set is larger than it may be.</summary>
internal sealed class BackTestBoundException(BackTestBounds bounds)
    : Exception($"a back-test takes at most {bounds.Telegrams:N0} telegrams and {bounds.Octets >> 20:N0} MiB; take a shorter time")
{
    public BackTestBounds Bounds => bounds;
}
