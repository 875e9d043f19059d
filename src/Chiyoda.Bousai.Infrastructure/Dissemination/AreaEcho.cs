using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// Compares what is about to go out with what was decided (design rule 11), by other code than made it: the decided areas, the
/// octets of each message and the places of each recipient are read again as plain JSON.
/// </summary>
public static class AreaEcho
{
    /// <returns>The first difference, in Japanese, or <see langword="null"/>.</returns>
    internal static async Task<string?> FindDifferenceAsync(
        BousaiDbContext db,
        Outgoing outgoing,
        IChannel channel,
        PageClaim page,
        IEnumerable<OutgoingMessage> messages,
        HubMode mode,
        CancellationToken cancellationToken)
    {
        var recorded = outgoing switch
        {
            OrderRelease release => db.Database.SqlQuery<string>($"""SELECT "Measure" AS "Value" FROM evacuation_proposals WHERE "Id" = {release.ProposalId}"""),
            NoticeRelease => db.Database.SqlQuery<string>($"""SELECT "Content" AS "Value" FROM notices_editions WHERE "Id" = {outgoing.MessageId}"""),
            _ => db.Database.SqlQuery<string>(
                $"""SELECT rule."Rule" AS "Value" FROM relays_told relay JOIN relays_standing_rules rule ON rule."Id" = relay."StandingRuleId" WHERE relay."Id" = {outgoing.MessageId}"""),
        };
        var contents = await recorded.ToListAsync(cancellationToken);
        try
        {
            if (contents.Count != 1 || ReadAreas(contents[0]) is not { Count: > 0 } decided)
            {
                return "決裁した区域を読み直せません";
            }

            return messages.Select(message => Compare(decided, outgoing, channel.Read(message.Payload), mode)).FirstOrDefault(found => found is not null)
                ?? await CompareAudienceAsync(db, decided, page, cancellationToken);
        }
        catch (JsonException)
        {
            return "読み直した内容が壊れています";
        }
    }

    private static string? Compare(HashSet<string> decided, Outgoing outgoing, EchoedMessage? echoed, HubMode mode)
    {
        if (echoed is null)
        {
            return "送る本文を読み直せません";
        }

        if (echoed.MessageId != outgoing.MessageId)
        {
            return "本文が別の決裁のものです";
        }

        if (echoed.Title.StartsWith(Gateway.ExerciseMark, StringComparison.Ordinal) != (mode == HubMode.Exercise))
        {
            return "訓練の表示が運用の区分と違います";
        }

        return decided.SetEquals(echoed.Areas) && decided.Count == echoed.Areas.Count
            ? null
            : $"本文の区域（{echoed.Areas.Count}）が決裁した区域（{decided.Count}）と違います";
    }

    private static async Task<string?> CompareAudienceAsync(
        BousaiDbContext db, HashSet<string> decided, PageClaim page, CancellationToken cancellationToken)
    {
        if (decided.Contains(Addressees.Everywhere))
        {
            return null;
        }

        var rows = await db.Database
            .SqlQuery<PlacesRow>($"""SELECT "Key", "Places" FROM subscriptions""")
            .Where(row => page.Keys.Contains(row.Key))
            .ToListAsync(cancellationToken);
        var strangers = rows.Where(row => !ReadPlaces(row.Places).Exists(place => place == "*" || decided.Contains(place))).Select(row => row.Key).ToList();
        if (strangers.Count == 0)
        {
            return null;
        }

        // Who moved their places after the plan was made was rightly on it.
        var dispatch = await db.Dispatches.AsNoTracking().SingleAsync(row => row.Id == page.DispatchId, cancellationToken);
        var moved = await db.Subscriptions
            .Where(row => strangers.Contains(row.Key) && row.UpdatedAt >= dispatch.CreatedAt)
            .Select(row => row.Key)
            .ToListAsync(cancellationToken);
        var unexplained = strangers.Except(moved).ToHashSet();
        if (unexplained.Count > 0 && Addressees.IncludeEarlier(dispatch.Act))
        {
            var earlier = await EarlierRecipients.OfAsync(db, dispatch, cancellationToken);
            unexplained.ExceptWith(await earlier.BetweenAsync(unexplained.Min() - 1, unexplained.Max(), cancellationToken));
        }

        return unexplained.Count == 0 ? null : $"区域の外の宛先が{unexplained.Count}件あります";
    }

    private static HashSet<string>? ReadAreas(string content)
    {
        using var document = JsonDocument.Parse(content);
        return document.RootElement.TryGetProperty("areas", out var areas) && areas.ValueKind == JsonValueKind.Array
            ? [.. areas.EnumerateArray().Select(area => area.GetString() ?? string.Empty)]
            : null;
    }

    private static List<string> ReadPlaces(string places)
    {
        using var document = JsonDocument.Parse(places);
        return [.. document.RootElement.EnumerateArray().Select(place => place.GetProperty("area").GetString() ?? string.Empty)];
    }

    private sealed record PlacesRow(long Key, string Places);
}
