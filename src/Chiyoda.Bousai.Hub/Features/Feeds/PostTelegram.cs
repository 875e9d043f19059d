using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>A receiver program hands in a telegram as it came.</summary>
internal static class PostTelegram
{
    public const string KeyHeader = "X-Feed-Key";

    /// <summary>Hash of the telegram from which a restamped one was made, 64 hexadecimal digits.</summary>
    public const string OriginalHeader = "X-Original-Sha256";

    public static async Task<Accepted<Receipt>> HandleAsync(
        HttpRequest request, [FromHeader(Name = OriginalHeader)] string? original, TelegramInbox inbox, CancellationToken cancellationToken)
    {
        var body = await TelegramBody.ReadAsync(request.Body, cancellationToken);
        var receipt = await inbox.ReceiveAsync(body, "post", HashOf(original), cancellationToken);
        return TypedResults.Accepted($"/api/v1/telegrams/{receipt.TelegramId}", receipt);
    }

    private static string HashOf(string? original) =>
        original is { Length: 64 } && original.All(char.IsAsciiHexDigit) ? original.ToLowerInvariant() : string.Empty;
}
