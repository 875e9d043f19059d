using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>
/// <c>/status.json</c>: what holds now in at most 2 KB, so that a hundred thousand pages may ask every half minute whether
/// they still hold.
/// </summary>
public sealed record StatusDocument
{
    /// <summary>Orders listed; more are counted in <see cref="OrdersInForce"/>. Keeps the document below 2 KB.</summary>
    public const int MostOrders = 8;

    public required HubMode Mode { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public required long Sequence { get; init; }

    /// <summary>Changes with everything the pages say, except the moment they say it for.</summary>
    public required string Revision { get; init; }

    public required KnowledgeState OrdersState { get; init; }

    public required int OrdersInForce { get; init; }

    /// <summary>The highest first.</summary>
    public required IReadOnlyList<OrderLine> Orders { get; init; }

    /// <summary>Notices of the ward that hold; they are no orders.</summary>
    public required int Notices { get; init; }

    public required KnowledgeState WarningsState { get; init; }

    /// <summary>The last moment at which the warnings were known; <see langword="null"/> while they are, and when they never were.</summary>
    public required DateTimeOffset? WarningsSince { get; init; }

    /// <summary>Warnings in force, or last seen when they are not known.</summary>
    public required int Warnings { get; init; }

    /// <summary>The highest 警戒レベル相当 among them, or <see langword="null"/>.</summary>
    public required int? WarningsLevel { get; init; }

    /// <summary>The strongest 震度 in the ward among earthquakes reported within 24 hours, as <c>5-</c>; <see langword="null"/> when none is known.</summary>
    public string? Intensity { get; init; }

    /// <summary>Whether tsunami is known: families of weather warnings say nothing of it.</summary>
    public required KnowledgeState TsunamiState { get; init; }

    /// <summary>The ward's tsunami forecast regions for which something is in force, or last seen when tsunami is not known.</summary>
    public required int TsunamiRegions { get; init; }

    /// <summary>An order in one line.</summary>
    public sealed record OrderLine(Guid Id, int? Level, OrderKind Kind, Hazard Hazard, int AreasCount, DateTimeOffset IssuedAt);

    public static StatusDocument From(PortalView view) => new()
    {
        Mode = view.Mode,
        AsOf = ToSeconds(view.AsOf),
        Sequence = view.Sequence,
        Revision = PortalRevision.Of(view),
        OrdersState = view.OrdersKnowledge.State,
        OrdersInForce = view.Orders.Count,
        Orders = [.. view.OrdersByRank.Take(MostOrders).Select(order =>
            new OrderLine(order.Id, order.Level, order.Kind, order.Hazard, order.Areas.Count, ToSeconds(order.IssuedAt)))],
        Notices = view.CurrentNotices.Count,
        WarningsState = view.WarningsKnowledge.State,
        WarningsSince = view.WarningsKnowledge.Since is { } since ? ToSeconds(since) : null,
        Warnings = view.Warnings.Count,
        WarningsLevel = view.Warnings.Max(warning => warning.Level),
        Intensity = view.Earthquakes.Where(earthquake => earthquake.Status == TelegramStatus.Normal && view.AsOf - earthquake.ReportedAt <= ExerciseOptions.RecentlyShaken)
            .Max(earthquake => earthquake.Ward.Intensity) is { } strongest ? IntensityWords.Wire(strongest) : null,
        TsunamiState = view.TsunamiKnowledge.State,
        TsunamiRegions = view.Tsunami.Count,
    };

    public byte[] ToUtf8Json() => JsonSerializer.SerializeToUtf8Bytes(this, BousaiJson.Options);

    private static DateTimeOffset ToSeconds(DateTimeOffset instant)
    {
        var japan = instant.ToJapan();
        return japan.AddTicks(-(japan.Ticks % TimeSpan.TicksPerSecond));
    }
}
