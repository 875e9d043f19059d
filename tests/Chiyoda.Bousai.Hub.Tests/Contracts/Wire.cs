using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>Keeps what went over the wire, under the name of its file.</summary>
internal sealed class Wire
{
    private readonly SortedDictionary<string, string> _payloads = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Payloads => _payloads;

    /// <summary>Keeps an answer: what was asked, status, the headers that are part of the contract, body.</summary>
    public async Task<JsonElement> AnswerAsync(string name, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var body = await answer.Content.ReadAsStringAsync();
        var type = answer.Content.Headers.ContentType?.ToString();
        var kept = new JsonObject
        {
            ["asked"] = $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.PathAndQuery}",
            ["status"] = (int)answer.StatusCode,
            ["type"] = type,
            ["headers"] = new JsonObject(Headers(answer)),
        };
        var isJson = type?.Contains("json", StringComparison.Ordinal) == true;
        if (body.Length > 0)
        {
            kept["body"] = isJson ? JsonNode.Parse(body) : $"({body.Length.ToString(CultureInfo.InvariantCulture)} characters)";
        }

        _payloads.Add(name, Shape.Of(kept));
        return isJson ? JsonDocument.Parse(body).RootElement : default;
    }

    /// <summary>Keeps what was sent without being asked for.</summary>
    public void Message(string name, string text) => _payloads.Add(name, Shape.Of(JsonNode.Parse(text)!));

    /// <summary>Keeps the first item of each kind: which of the others come first is a matter of moments.</summary>
    public async Task KindsAsync(string name, Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var items = body["items"]!.AsArray().DistinctBy(item => item!["kind"]!.GetValue<string>()).OrderBy(item => item!["kind"]!.GetValue<string>(), StringComparer.Ordinal);
        body["items"] = new JsonObject(items.Select(item => KeyValuePair.Create(item!["kind"]!.GetValue<string>(), (JsonNode?)item.DeepClone())));
        _payloads.Add(name, Shape.Of(body));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Headers(HttpResponseMessage answer) =>
        new[] { "Cache-Control", "Location", "Retry-After", "Set-Cookie", "Vary" }
            .Where(name => answer.Headers.Contains(name))
            .Select(name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(string.Join(", ", answer.Headers.GetValues(name)))));
}
