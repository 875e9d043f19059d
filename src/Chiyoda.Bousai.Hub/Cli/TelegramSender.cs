using System.Net.Http.Headers;
using System.Security.Cryptography;
using Chiyoda.Bousai.Hub.Features.Feeds;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>Hands telegrams to a hub over HTTP, as a receiver program does.</summary>
internal sealed class TelegramSender(HttpClient http, string key)
{
    public async Task<Receipt> SendAsync(byte[] octets, string? originalSha256, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(octets);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        using var request = Request("/api/v1/telegrams", content);
        if (originalSha256 is not null)
        {
            request.Headers.Add(PostTelegram.OriginalHeader, originalSha256);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Receipt>(cancellationToken)
            ?? throw new HttpRequestException("The hub answered without a receipt.");
    }

    /// <summary>Says that the source is there, once a minute, until it is stopped.</summary>
    public async Task BeatAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            using var request = Request("/api/v1/feeds/heartbeat", JsonContent.Create(new { }));
            using var response = await http.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    public static string Sha256(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));

    private HttpRequestMessage Request(string path, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add(PostTelegram.KeyHeader, key);
        return request;
    }
}
