using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Chiyoda.Bousai.TestHub;

/// <summary>A signed-in member of staff, with the acts that the workflow knows.</summary>
internal sealed class StaffClient(HttpClient http, CookieContainer cookies) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>The session, for a connection that is no HTTP request.</summary>
    public CookieContainer Cookies => cookies;

    public async Task<JsonElement> GetAsync(string path) => await http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>The one proposal in a state; fails when there is none or more than one.</summary>
    public async Task<JsonElement> ProposalAsync(string state = "draft") =>
        (await GetAsync("/api/v1/proposals")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("state").GetString() == state);

    /// <summary>All proposals in a state.</summary>
    public async Task<IReadOnlyList<JsonElement>> ProposalsAsync(string state = "draft") =>
        [.. (await GetAsync("/api/v1/proposals")).GetProperty("items").EnumerateArray().Where(item => item.GetProperty("state").GetString() == state)];

    public Task<HttpResponseMessage> SubmitAsync(JsonElement proposal) => ActAsync(proposal, "submit", new { version = VersionOf(proposal) });

    public Task<HttpResponseMessage> DecideAsync(JsonElement proposal, DateTimeOffset at, string by = "mayor") => ActAsync(
        proposal, "decide", new { version = VersionOf(proposal), by, means = "telephone", at, heardBy = "当直", words = "発令する" });

    /// <summary>What a releaser answers who knows that the same was issued or lifted just before.</summary>
    public static object Again => new { confirm = new[] { "contradictsLift", "duplicateSend" }, words = "続けて行う試験" };

    public Task<HttpResponseMessage> ReleaseAsync(JsonElement proposal) => ActAsync(proposal, "release", new { version = VersionOf(proposal) });

    public Task<HttpResponseMessage> ActAsync(JsonElement proposal, string act, object body) =>
        http.PostAsJsonAsync($"/api/v1/proposals/{proposal.GetProperty("id").GetString()}/{act}", body);

    public Task<HttpResponseMessage> AskLiftAsync(JsonElement order, string reason) => http.PostAsJsonAsync(
        $"/api/v1/orders/{order.GetProperty("id").GetString()}/lift", new { version = VersionOf(order), reason });

    /// <summary>Asks a change of an order.</summary>
    /// <param name="order">The order, as listed.</param>
    /// <param name="act">lower, lift, update, correct or void.</param>
    /// <param name="body">What is asked beside version and reason.</param>
    public Task<HttpResponseMessage> AskChangeAsync(JsonElement order, string act, object? body = null) => http.PostAsJsonAsync(
        $"/api/v1/orders/{order.GetProperty("id").GetString()}/{act}", With(body, ("version", VersionOf(order)), ("reason", "状況が変わったため")));

    /// <summary>Draws up an order that no criterion proposed.</summary>
    public Task<HttpResponseMessage> DrawUpAsync(object content) => http.PostAsJsonAsync("/api/v1/proposals", content);

    /// <summary>Releases with answers to what was asked again.</summary>
    public Task<HttpResponseMessage> ReleaseAsync(JsonElement proposal, object answers) =>
        ActAsync(proposal, "release", With(answers, ("version", VersionOf(proposal))));

    private static Dictionary<string, object?> With(object? body, params (string Name, object Value)[] more)
    {
        var all = body?.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(body)) ?? [];
        foreach (var (name, value) in more)
        {
            all.TryAdd(name, value);
        }

        return all;
    }

    public static int VersionOf(JsonElement item) => item.GetProperty("version").GetInt32();

    public void Dispose() => http.Dispose();
}
