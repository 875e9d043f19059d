using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Backtests;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>A back-test as JSON lines: what happened in the order of time, then a line per criterion, then a summary.</summary>
internal static class BacktestJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Read by programs and people, never put into a page; Japanese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(WardPack pack, TelegramStatus status, BackTestSet set, IReadOnlyList<BackTestEvent> events)
    {
        foreach (var happened in events)
        {
            Write(Line(status, happened));
        }

        foreach (var criterion in pack.Criteria)
        {
            var own = events.Where(happened => happened.CriterionId == criterion.Id).ToList();
            Write(new
            {
                kind = "criterion",
                status = Word(status),
                criterion = criterion.Id,
                proposed = Count(own, BackTestEventKind.Proposed),
                advised = Count(own, BackTestEventKind.Advised),
                firstAt = own.Find(happened => happened.Kind is BackTestEventKind.Proposed or BackTestEventKind.Advised)?.At.Rfc3339(),
                late = Count(own, BackTestEventKind.Late),
                early = Count(own, BackTestEventKind.Early),
                proposedTwice = Count(own, BackTestEventKind.ProposedTwice),
                missed = Count(own, BackTestEventKind.Missed),
                shortestLeadTime = Duration(own.Select(happened => happened.Lead?.Time).Min()),
            });
        }

        Write(new
        {
            kind = "summary",
            status = Word(status),
            telegrams = set.CountOf(status),
            concerning = set.ConcerningOf(status),
            readings = set.Readings,
            advised = Count(events, BackTestEventKind.Advised),
            proposed = Count(events, BackTestEventKind.Proposed),
            dropped = Count(events, BackTestEventKind.Dropped),
            late = Count(events, BackTestEventKind.Late),
            early = Count(events, BackTestEventKind.Early),
            proposedTwice = Count(events, BackTestEventKind.ProposedTwice),
            missed = Count(events, BackTestEventKind.Missed),
        });
    }

    private static object Line(TelegramStatus status, BackTestEvent happened) => new
    {
        kind = Word(happened.Kind),
        status = Word(status),
        at = happened.At.Rfc3339(),
        telegram = happened.Telegram,
        criterion = happened.CriterionId,
        hazard = happened.Measure is { } measure ? Word(measure.Hazard) : null,
        cause = happened.Measure?.Cause,
        level = happened.Measure?.Level ?? happened.MissedLevel,
        action = happened.Measure is { } asked ? Word(asked.Action) : null,
        areas = happened.Measure?.Areas,
        proposes = happened.Proposes switch
        {
            ProposedNotice notice => $"notice:{notice.Template}",
            ProposedCalls calls => $"facilityCalls:{Word(calls.Audience)}",
            _ => null,
        },
        observed = happened.Observed,
        leadTime = Duration(happened.Lead?.Time),
        leadTimeFrom = happened.Lead is { } lead ? Word(lead.Source) : null,
        expectedAt = happened.Lead?.ExpectedAt.Rfc3339(),
        arrivalKnown = happened.IsArrivalKnown,
        lateBy = happened.Kind == BackTestEventKind.Late ? Duration(happened.By) : null,
        earlyBy = happened.Kind == BackTestEventKind.Early ? Duration(happened.By) : null,
        reason = happened.Reason is { } reason ? Word(reason) : null,
    };

    private static int Count(IReadOnlyList<BackTestEvent> events, BackTestEventKind kind) => events.Count(happened => happened.Kind == kind);

    private static string? Duration(TimeSpan? time) => time is { } known ? XmlConvert.ToString(known) : null;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write(object line) => Console.WriteLine(JsonSerializer.Serialize(line, Json));
}
