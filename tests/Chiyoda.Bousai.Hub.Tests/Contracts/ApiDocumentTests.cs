using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary><c>/openapi/v1.json</c> as a program reads it. That answers are as it says is seen by every test that asks a hub (<see cref="DescribedAnswers"/>).</summary>
public sealed class ApiDocumentTests : IAsyncLifetime
{
    /// <summary>What programs ask outside <c>/api</c>.</summary>
    private static readonly string[] Besides = ["/status.json", "/health/live", "/health/ready"];

    private RunningHub _hub = null!;
    private string _text = null!;
    private ApiDescription _api = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await RunningHub.StartAsync();
        _text = await _hub.Public.GetStringAsync("/openapi/v1.json");
        _api = new ApiDescription(JsonDocument.Parse(_text).RootElement);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public void Document_IsTheCommittedOne() => new CommittedFile("Contracts/openapi.v1.json").MustHold(_text);

    [Fact]
    public void EveryRouteForPrograms_IsDescribed_AndNoOther()
    {
        var mapped = _hub.Endpoints
            .Where(endpoint => endpoint.Verb is not ("HEAD" or "ANY") && (endpoint.Route.StartsWith("/api/", StringComparison.Ordinal) || Besides.Contains(endpoint.Route)))
            .Select(endpoint => $"{endpoint.Verb} {Plain(endpoint.Route)}").Order(StringComparer.Ordinal);

        Assert.Equal(mapped, _api.Operations.Select(operation => $"{operation.Verb} {operation.Path.ToLowerInvariant()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryOperation_HasANameOfItsOwn_AndASentence()
    {
        Assert.Equal(_api.Operations.Count, _api.Operations.Select(operation => operation.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(_api.Operations, operation => Assert.EndsWith(".", operation.Description.GetProperty("summary").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void EveryOperation_SaysWhoMay_AsItsPolicyDoes()
    {
        var policies = _hub.Endpoints.ToLookup(endpoint => $"{endpoint.Verb} {Plain(endpoint.Route)}", endpoint => endpoint.Policy);
        Assert.All(_api.Operations, operation =>
        {
            var ways = operation.Description.GetProperty("security").EnumerateArray().Select(way => string.Join('+', way.EnumerateObject().Select(need => need.Name))).ToList();
            if (policies[$"{operation.Verb} {operation.Path.ToLowerInvariant()}"].Single() == "anonymous")
            {
                Assert.True(ways.Count == 0 || ways.Exists(way => way != "session"), "everybody has a way in");
                return;
            }

            Assert.Equal(["session"], ways);
            Assert.True(operation.Description.GetProperty("responses").TryGetProperty("401", out _));
            Assert.True(operation.Description.GetProperty("responses").TryGetProperty("403", out _));
        });
    }

    [Fact]
    public void EveryReference_LeadsSomewhere_AndEveryComponentIsUsed()
    {
        var references = References(_api.Document).ToHashSet(StringComparer.Ordinal);
        var components = from kind in _api.Document.GetProperty("components").EnumerateObject()
                         where kind.Name != "securitySchemes"
                         from each in kind.Value.EnumerateObject()
                         select $"#/components/{kind.Name}/{each.Name}";

        Assert.True(references.Count > 50, $"only {references.Count} references were found");
        Assert.Equal(references.Order(StringComparer.Ordinal), components.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryPathParameter_IsAUuid()
    {
        var parameters = _api.Operations.Where(operation => operation.Description.TryGetProperty("parameters", out _))
            .SelectMany(operation => operation.Description.GetProperty("parameters").EnumerateArray()).Where(parameter => parameter.GetProperty("in").GetString() == "path").ToList();

        Assert.True(parameters.Count > 10);
        Assert.All(parameters, parameter => Assert.Equal("uuid", parameter.GetProperty("schema").GetProperty("format").GetString()));
    }

    [Fact]
    public void EveryProblem_IsInTheListOfCodes()
    {
        var listed = File.ReadAllText(Path.Combine(Repository.Root, "src/ERRORS.md"));
        var codes = _api.Operations.SelectMany(operation => operation.Description.GetProperty("responses").EnumerateObject())
            .Select(response => new SchemaJudge(_api.Document).Resolve(response.Value))
            .Where(response => response.TryGetProperty("content", out var content) && content.TryGetProperty("application/problem+json", out _))
            .SelectMany(response => response.GetProperty("description").GetString()!.Split(", ")).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(codes.Count > 40, $"only {codes.Count} codes were found");
        Assert.All(codes, code => Assert.Contains($"| {code} |", listed, StringComparison.Ordinal));
    }

    [Fact]
    public void ClosedLists_AreWrittenOut_InTheWordsOfTheWire()
    {
        var schemas = _api.Document.GetProperty("components").GetProperty("schemas");

        Assert.Equal(["leaveNow", "goUp", "stayInPlace", "moveFromSlope", "leaveRiver"], Words(schemas.GetProperty("EvacuationAction")));
        Assert.Equal(["waiting", "sending", "done", "held", "superseded"], Words(schemas.GetProperty("DispatchState")));
        Assert.Equal(PhenomenonNames.All.Keys, Words(schemas.GetProperty("ListWarningsItem").GetProperty("properties").GetProperty("phenomenon")));
        Assert.Equal(["shown", "opened", "confirmed"], Words(schemas.GetProperty("TakeReceiptRequest").GetProperty("properties").GetProperty("event")));
    }

    [Fact]
    public async Task Document_IsKeptByCaches_AndNotSentTwice()
    {
        using var first = await _hub.Public.GetAsync("/openapi/v1.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _hub.Public.SendAsync(again);

        Assert.Equal("application/json", first.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=300", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private static IEnumerable<string> Words(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    private static string Plain(string route) => route.TrimEnd('/').Replace(":guid", string.Empty, StringComparison.Ordinal);

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
