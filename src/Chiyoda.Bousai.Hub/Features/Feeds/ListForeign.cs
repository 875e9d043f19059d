using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Staff read the alerts of services abroad that hold now.</summary>
internal static class ListForeign
{
    /// <summary>How it is marked wherever it is shown.</summary>
    public const string Mark = "海外の機関の警報・参考情報";

    /// <param name="Mark">To be shown with each item.</param>
    /// <param name="Items">Newest first. None is «none received», never «none in force abroad».</param>
    public sealed record Response(string Mark, IReadOnlyList<Item> Items);

    /// <param name="Id">Made here of sender, identifier and sent.</param>
    /// <param name="SourceId">The source of the ward pack.</param>
    /// <param name="List">The list that named it.</param>
    /// <param name="Sender">As written; nobody has proved it unless the signature is valid, and a valid one proves only that nothing was changed.</param>
    /// <param name="SenderName">For people; empty when not said.</param>
    /// <param name="Identifier">As written.</param>
    /// <param name="MsgType">Alert or Update.</param>
    /// <param name="SentAt">When it was sent; its receipt where it says so without an offset, or lies ahead.</param>
    /// <param name="ReceivedAt">When this hub received it.</param>
    /// <param name="Language">Of the texts below, as written; empty when not said.</param>
    /// <param name="Event">The event, in words of the sender.</param>
    /// <param name="Headline">In words of the sender; empty when not said.</param>
    /// <param name="Severity">Word of the standard.</param>
    /// <param name="Urgency">Word of the standard.</param>
    /// <param name="Certainty">Word of the standard.</param>
    /// <param name="Areas">Places in words of the sender, the first twenty.</param>
    /// <param name="OnsetAt">When it is expected to begin; null when not said.</param>
    /// <param name="ExpiresAt">When it ends; null when the sender does not say, then it is shown for 24 h.</param>
    /// <param name="Signature">What its signature is worth.</param>
    public sealed record Item(
        string Id, string SourceId, string List, string Sender, string SenderName, string Identifier, [property: Words("Alert", "Update")] string MsgType,
        DateTimeOffset SentAt, DateTimeOffset ReceivedAt, string Language, string Event, string Headline,
        [property: Words("Extreme", "Severe", "Moderate", "Minor", "Unknown")] string Severity,
        [property: Words("Immediate", "Expected", "Future", "Past", "Unknown")] string Urgency,
        [property: Words("Observed", "Very Likely", "Likely", "Possible", "Unlikely", "Unknown")] string Certainty,
        IReadOnlyList<string> Areas, DateTimeOffset? OnsetAt, DateTimeOffset? ExpiresAt,
        [property: Words("none", "valid", "wrong-digest", "wrong-signature", "wrong-certificate")] string Signature);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, ForeignAlerts alerts, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Response(Mark, [.. (await alerts.ListAsync(db, cancellationToken)).Select(Of)]));

    public static Item Of(ForeignAlerts.Item item)
    {
        var summary = item.Summary;
        return new Item(
            item.Key, item.SourceId, item.List, summary.Reference.Sender, summary.SenderName, summary.Reference.Identifier, summary.MsgType,
            summary.SentAt.ToJapan(), summary.ReceivedAt.ToJapan(), summary.Language, summary.Event, summary.Headline, summary.Severity, summary.Urgency, summary.Certainty,
            summary.Areas, summary.OnsetAt?.ToJapan(), summary.ExpiresAt?.ToJapan(), summary.Signature);
    }
}
