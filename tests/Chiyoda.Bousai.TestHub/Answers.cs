using System.Net;
using System.Text.Json;
using Xunit.Sdk;

namespace Chiyoda.Bousai.TestHub;

/// <summary>What tests expect of an answer.</summary>
internal static class Answers
{
    public static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK
            ? JsonDocument.Parse(text).RootElement
            : throw new XunitException($"Expected 200, got {(int)answer.StatusCode}: {text}");
    }

    public static async Task RefusedAsync(Task<HttpResponseMessage> asked, HttpStatusCode status, string code)
    {
        using var answer = await asked;
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode != status || !text.Contains($"\"{code}\"", StringComparison.Ordinal))
        {
            throw new XunitException($"Expected {(int)status} {code}, got {(int)answer.StatusCode}: {text}");
        }
    }
}
