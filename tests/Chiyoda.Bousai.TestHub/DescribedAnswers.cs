using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit.Sdk;

namespace Chiyoda.Bousai.TestHub;

/// <summary>
/// Every test that asks the hub also asks whether the API document tells the truth: an answer with a status, a code or a member
/// that is not described fails the test, and so does a body that was taken though the document forbids it.
/// </summary>
internal sealed partial class DescribedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The document is the same for every hub of one build.</summary>
    private static ApiDescription? _description;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var path = Desk().Replace(request.RequestUri!.AbsolutePath, string.Empty);
        if (!path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase) && path != "/status.json" && !path.StartsWith("/health/", StringComparison.Ordinal))
        {
            return answer;
        }

        // A node without pages has no document; neither has one that was killed a moment ago.
        var description = _description ??= await ReadAsync(new Uri(request.RequestUri, "/openapi/v1.json"));
        if (description?.Find(request.Method, path) is not { } operation)
        {
            return answer;
        }

        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var faults = description.Faults(operation, (int)answer.StatusCode, answer.Content.Headers.ContentType, body);
        if (answer.IsSuccessStatusCode && request.Content?.Headers.ContentType?.MediaType == "application/json")
        {
            faults = faults.Concat(description.Faults(operation, await request.Content.ReadAsStringAsync(cancellationToken)));
        }

        return !faults.Any()
            ? answer
            : throw new XunitException($"{request.Method} {path} answered {(int)answer.StatusCode}, and /openapi/v1.json ({operation.Id}) tells otherwise:\n{string.Join('\n', faults)}");
    }

    private async Task<ApiDescription?> ReadAsync(Uri address)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var answer = await base.SendAsync(request, CancellationToken.None);
            return answer.IsSuccessStatusCode ? new ApiDescription(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    [GeneratedRegex("^/desk/[a-z]+")]
    private static partial Regex Desk();
}
