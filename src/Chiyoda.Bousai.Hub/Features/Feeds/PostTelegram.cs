using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>A receiver program hands in a telegram as it came.</summary>
internal static class PostTelegram
{
    public const string KeyHeader = "X-Feed-Key";

    /// <summary>Hash of the telegram from which a restamped one was made, 64 hexadecimal digits.</summary>
    public const string OriginalHeader = "X-Original-Sha256";

    public static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, TelegramInbox inbox, IOptions<FeedsOptions> options, CancellationToken cancellationToken)
    {
        if (!HasKey(request, options.Value))
        {
            return Problems.Plain(401, "feeds.wrong-key", "X-Feed-Key が違います。");
        }

        var body = await TelegramBody.ReadAsync(request.Body, cancellationToken);
        var receipt = await inbox.ReceiveAsync(body, "post", OriginalOf(request), cancellationToken);
        return TypedResults.Accepted($"/api/v1/telegrams/{receipt.TelegramId}", receipt);
    }

    private static string OriginalOf(HttpRequest request) =>
        request.Headers[OriginalHeader].ToString() is { Length: 64 } text && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : string.Empty;

    public static bool HasKey(HttpRequest request, FeedsOptions options) => options.Key.Length > 0 && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[KeyHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(options.Key)));
}
