using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>A telegram came in, readable or not.</summary>
/// <param name="Telegram">The telegram as stored.</param>
internal sealed record TelegramReceived(StoredTelegram Telegram)
    : Fact(Actor.Source("受信", Telegram.Source), Telegram.ReportedAt ?? Telegram.ReceivedAt)
{
    public override string Kind => "feeds.telegram-received";

    public override Guid SubjectId => Telegram.Id;

    public override DateTimeOffset? ReceivedAt => Telegram.ReceivedAt;

    public override string Summary => Telegram.Outcome == TelegramOutcome.Unreadable
        ? $"読めない電文を受信（{Telegram.RefusalCode}、{Telegram.Length}バイト）"
        : $"電文受信: {Marks}{Telegram.Type} {Telegram.Title}{Concern}";

    /// <summary>Everything but the octets, which stay in their own table.</summary>
    public override object AfterImage => new
    {
        Telegram.Source,
        Sha256 = Convert.ToHexStringLower(Telegram.Sha256),
        Telegram.OriginalSha256,
        Telegram.Length,
        Telegram.Outcome,
        Telegram.RefusalCode,
        Telegram.Type,
        Telegram.Title,
        Telegram.Headline,
        Telegram.Status,
        Telegram.InfoType,
        Telegram.EventId,
        Telegram.ReportedAt,
        Telegram.IsLate,
        Telegram.IsAhead,
        Telegram.Notices,
    };

    private string Concern => Telegram.Outcome == TelegramOutcome.Irrelevant ? "（管内に関係なし）" : string.Empty;

    private string Marks =>
        (Telegram.Status switch { TelegramStatus.Training => "［訓練電文］", TelegramStatus.Test => "［試験電文］", _ => string.Empty })
        + (Telegram.InfoType switch { InfoType.Cancel => "［取消］", InfoType.Correction => "［訂正］", InfoType.Delayed => "［遅延］", _ => string.Empty })
        + (Telegram.IsLate ? "［24時間以上前］" : string.Empty)
        + (Telegram.IsAhead ? "［発表時刻が未来］" : string.Empty);
}

/// <summary>A source was not heard for longer than it may be: what it feeds is not known any more.</summary>
/// <param name="Source">Which.</param>
/// <param name="Since">When it was last heard.</param>
/// <param name="NotedAt">When that was noticed.</param>
internal sealed record SourceFellSilent(SourceDefinition Source, DateTimeOffset Since, DateTimeOffset NotedAt) : Fact(Actor.Hub, Since)
{
    public override string Kind => "feeds.source-silent";

    public override Guid SubjectId => SourceSubject.Of(Source.Id);

    public override string Summary => $"{Source.Name}を取得できていません（{Since.Clock()}から）";

    public override object AfterImage => new { Source = Source.Id, State = "silent", Since, NotedAt };
}

/// <summary>A source is heard again after a silence; what was sent in between may be missing until everything was received anew.</summary>
/// <param name="Source">Which.</param>
/// <param name="From">When it was last heard before.</param>
/// <param name="Until">When it was heard again.</param>
internal sealed record SourceHeardAgain(SourceDefinition Source, DateTimeOffset From, DateTimeOffset Until) : Fact(Actor.Hub, Until)
{
    public override string Kind => "feeds.source-back";

    public override Guid SubjectId => SourceSubject.Of(Source.Id);

    public override string Summary => $"{Source.Name}の取得を再開（空白期間 {From.Clock()}～{Until.Clock()}）";

    public override object AfterImage => new { Source = Source.Id, State = "heard", From, Until };
}

/// <summary>Another source than JMA told of an earthquake or a tsunami: what was shown as unconfirmed, to the public too, and since when.</summary>
/// <param name="Report">The report as stored.</param>
/// <param name="SourceName">The source's name.</param>
/// <param name="Told">What it says, in one line.</param>
internal sealed record UnconfirmedReceived(UnconfirmedReport Report, string SourceName, string Told) : Fact(Actor.Source("受信", Report.SourceId), Report.OccurredAt)
{
    public override string Kind => "feeds.unconfirmed-received";

    public override Guid SubjectId => SourceSubject.Of($"{Report.SourceId}/{Report.Id}");

    public override DateTimeOffset? ReceivedAt => Report.ReceivedAt;

    public override Visibility Visibility => Visibility.Public;

    public override string Summary => $"未確認の情報を受信（{SourceName}。気象庁の発表ではありません）: {Told}";

    public override object AfterImage => new { Source = Report.SourceId, Report.Id, Report.Kind, Report.OccurredAt, Report.IssuedAt, Told };
}

/// <summary>A list brought alerts of services abroad that were not known: for staff, ground for nothing. What holds is told by all entries of this kind together.</summary>
/// <param name="Alerts">As stored, newest first, at most <see cref="ForeignAlerts.Together"/>.</param>
internal sealed record ForeignAlertsReceived(IReadOnlyList<ForeignAlert> Alerts) : Fact(Actor.Source("受信", Alerts[0].SourceId), Alerts[0].ReceivedAt)
{
    private const int MaxNamed = 3;

    public override string Kind => "feeds.foreign-received";

    public override Guid SubjectId => SourceSubject.Of($"{Alerts[0].List}/{Alerts[0].Key}");

    public override DateTimeOffset? ReceivedAt => Alerts[0].ReceivedAt;

    public override string Summary =>
        $"{ListForeign.Mark}を受信（{Alerts.Count}件）: {string.Join("、", Alerts.Take(MaxNamed).Select(alert => LineOf(alert.Summary)))}{(Alerts.Count > MaxNamed ? $" ほか{Alerts.Count - MaxNamed}件" : string.Empty)}";

    /// <summary>Each as the page of sources shows it, and what it ends.</summary>
    public override object AfterImage => new
    {
        Source = Alerts[0].SourceId,
        Alerts[0].List,
        Alerts = Alerts.Select(alert => new { alert.Key, Summary = alert.Summary with { Reference = Bounded(alert.Summary.Reference) } }),
    };

    private static string LineOf(CapSummary alert)
    {
        var type = alert.IsAllClear ? "［終了］" : alert.MsgType switch { "Update" => "［更新］", "Cancel" => "［取消］", _ => string.Empty };
        var area = alert.Areas is [var first, ..] ? $"{Short(first)}{(alert.Areas.Count > 1 ? "ほか" : string.Empty)}" : string.Empty;
        var sender = alert.SenderName.Length > 0 ? alert.SenderName : alert.Reference.Sender;
        var ended = alert.Ends is [var one, ..] ? $"（対象 {Short(one.Identifier)}{(alert.Ends.Count > 1 ? "ほか" : string.Empty)}）" : string.Empty;
        string[] parts = [Short(alert.Event), area, Short(sender), Short(alert.Reference.Identifier)];
        return $"{type}{string.Join("／", parts.Where(part => part.Length > 0))}{ended}";
    }

    private static string Short(string text) => CapSummary.Line(text, 60);

    private static CapReference Bounded(CapReference reference) =>
        new(CapSummary.Line(reference.Sender), CapSummary.Line(reference.Identifier), CapSummary.Line(reference.Sent));
}

/// <summary>Sources have words for ids; the chronology knows a subject by a UUID, always the same for the same word.</summary>
internal static class SourceSubject
{
    public static Guid Of(string sourceId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"feeds/{sourceId}")).AsSpan(0, 16), bigEndian: true);
}
