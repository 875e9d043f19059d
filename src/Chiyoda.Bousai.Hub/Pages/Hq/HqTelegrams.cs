using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What staff read about a telegram beside its own words.</summary>
internal static class HqTelegrams
{
    private static readonly Dictionary<string, string> Reasons = new[]
    {
        TelegramRefusals.Empty,
        TelegramRefusals.TooLarge,
        TelegramRefusals.Encoding,
        TelegramRefusals.DocumentType,
        TelegramRefusals.NotXml,
        TelegramRefusals.TooMany,
        TelegramRefusals.NotJma,
        TelegramRefusals.IncompleteEnvelope,
    }.ToDictionary(refusal => refusal.Code, refusal => refusal.Message, StringComparer.Ordinal);

    /// <summary>The sentence of a refusal that was stored by its code.</summary>
    public static string Reason(string code) => Reasons.GetValueOrDefault(code, "読み取れませんでした。原文を確かめてください。");

    /// <summary>The highest level in the names of kinds that are not known; <see langword="null"/> when none carries one.</summary>
    public static int? HighestLevel(IEnumerable<ReadTelegrams.Row> rows) => rows.SelectMany(row => row.Notices).Max(TelegramNotice.LevelIn);

    /// <summary>What sets it apart from an ordinary first issue.</summary>
    public static IEnumerable<string> Marks(ReadTelegrams.Row row)
    {
        if (row.Status is { } status and not TelegramStatus.Normal)
        {
            yield return status.Word();
        }

        if (row.InfoType is { } type and not InfoType.Issue)
        {
            yield return type.Word();
        }

        if (row.IsLate)
        {
            yield return "24時間以上前";
        }

        if (row.IsAhead)
        {
            yield return "発表時刻が未来";
        }

        if (row.Notices.Count > 0)
        {
            yield return HighestLevel([row]) is { } level ? $"要確認（警戒レベル{level}の名前）" : "要確認";
        }
    }
}
