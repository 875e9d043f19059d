using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Chiyoda.Bousai.TestHub;

/// <summary>The API document of the hub, read by whoever wants to know whether an answer is described by it.</summary>
internal sealed class ApiDescription(JsonElement document)
{
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch"];

    private readonly SchemaJudge _judge = new(document);

    public JsonElement Document => document;

    public IReadOnlyList<DescribedOperation> Operations { get; } =
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from verb in path.Value.EnumerateObject()
           where Verbs.Contains(verb.Name)
           select new DescribedOperation(verb.Name.ToUpperInvariant(), path.Name, verb.Value),
    ];

    /// <summary>The operation behind a request, or <see langword="null"/> when the document knows no such address.</summary>
    public DescribedOperation? Find(HttpMethod verb, string path) => Operations.FirstOrDefault(operation => operation.Verb == verb.Method && IsAt(operation.Path, path));

    /// <summary>What the document does not say about an answer.</summary>
    public IEnumerable<string> Faults(DescribedOperation operation, int status, MediaTypeHeaderValue? type, string body)
    {
        if (!operation.Description.GetProperty("responses").TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response))
        {
            return [$"status {status} is not described: {body}"];
        }

        response = _judge.Resolve(response);
        if (!response.TryGetProperty("content", out var content))
        {
            return body.Length == 0 ? [] : [$"status {status} is described without a body, there is one: {body}"];
        }

        if (type?.MediaType is not { } media || !content.TryGetProperty(media, out var described))
        {
            return [$"status {status} comes as {type}, described is {string.Join(", ", content.EnumerateObject().Select(each => each.Name))}"];
        }

        return media.EndsWith("json", StringComparison.Ordinal) ? _judge.Faults(described.GetProperty("schema"), JsonDocument.Parse(body).RootElement) : [];
    }

    /// <summary>What the document would not let a caller send, though the hub took it.</summary>
    public IEnumerable<string> Faults(DescribedOperation operation, string sent) =>
        operation.Description.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var described)
            ? _judge.Faults(described.GetProperty("schema"), JsonDocument.Parse(sent).RootElement, "sent")
            : [];

    private static bool IsAt(string template, string path)
    {
        var (asked, known) = (path.TrimEnd('/').Split('/'), template.Split('/'));
        return asked.Length == known.Length && asked.Zip(known).All(part =>
            part.Second.StartsWith('{') ? Guid.TryParse(part.First, out _) : string.Equals(part.First, part.Second, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>One operation of the document.</summary>
/// <param name="Verb">HTTP method.</param>
/// <param name="Path">Its address with parameters in braces.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record DescribedOperation(string Verb, string Path, JsonElement Description)
{
    public string Id => Description.GetProperty("operationId").GetString()!;

    public override string ToString() => $"{Verb} {Path} ({Id})";
}
