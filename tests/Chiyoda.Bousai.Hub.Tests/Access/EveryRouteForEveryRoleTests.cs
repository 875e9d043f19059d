using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>Every mapped route, really called by everybody: who may passes, who may not hears 401 or 403 under /api and is led to the sign-in under /hq.</summary>
public sealed partial class EveryRouteForEveryRoleTests
{
    private const string Nobody = "nobody";

    /// <summary>The roles as issue and guide state them; an Administrator has accounts and configuration only.</summary>
    private static readonly Dictionary<string, string[]> MayPass = new()
    {
        ["anonymous"] = [Nobody, "Viewer", "Recorder", "Releaser", "ShelterOperator", "Administrator"],
        ["Viewer"] = ["Viewer", "Recorder", "Releaser"],
        ["Recorder"] = ["Recorder", "Releaser"],
        ["Releaser"] = ["Releaser"],
        ["Administrator"] = ["Administrator"],
    };

    [Fact]
    public async Task EveryRoute_PassesWhoMayAndNobodyElse()
    {
        await using var hub = await RunningHub.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = hub.Url };
        var sessions = new Dictionary<string, string> { [Nobody] = string.Empty };
        foreach (var role in MayPass["anonymous"].Except([Nobody]))
        {
            sessions[role] = await CookieAsync(hub, http, role);
        }

        var endpoints = hub.Endpoints.Where(endpoint => !endpoint.Route.Contains("{**path", StringComparison.Ordinal)).ToList();
        Assert.True(endpoints.Count > 40, $"only {endpoints.Count} routes were found");

        var wrong = new List<string>();
        foreach (var endpoint in endpoints)
        {
            foreach (var (role, cookie) in sessions)
            {
                var heard = await AskAsync(http, endpoint, cookie);
                var expected = MayPass[endpoint.Policy].Contains(role) ? "passes"
                    : endpoint.Route.StartsWith("/hq", StringComparison.Ordinal) ? role == Nobody ? "is led to /hq/sign-in" : "is led to /hq/denied"
                    : role == Nobody ? "401 access.no-session" : "403 access.no-role";
                if (heard != expected)
                {
                    wrong.Add($"{endpoint} as {role}: {heard}, expected: {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<string> AskAsync(HttpClient http, MappedEndpoint endpoint, string cookie)
    {
        var path = Parameter().Replace(endpoint.Route, match => match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "none");
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Verb == "ANY" ? "GET" : endpoint.Verb), path);
        request.Headers.Add("X-Requested-With", "bousai");
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (endpoint.Verb is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", new MediaTypeHeaderValue("application/json"));
        }

        using var answer = await http.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found && answer.Headers.Location?.ToString() is { } location
            && (location.Contains("/hq/sign-in", StringComparison.Ordinal) || location.Contains("/hq/denied", StringComparison.Ordinal)))
        {
            return $"is led to {new Uri(http.BaseAddress!, location).AbsolutePath}";
        }

        var body = await answer.Content.ReadAsStringAsync();
        return body.Contains("access.no-session", StringComparison.Ordinal) ? $"{(int)answer.StatusCode} access.no-session"
            : body.Contains("access.no-role", StringComparison.Ordinal) ? $"{(int)answer.StatusCode} access.no-role"
            : (int)answer.StatusCode >= 500 && answer.StatusCode != HttpStatusCode.ServiceUnavailable ? $"{(int)answer.StatusCode} {body}"
            : "passes";
    }

    private static async Task<string> CookieAsync(RunningHub hub, HttpClient http, string role)
    {
        var (login, password) = await hub.AddAccountAsync(role.ToLowerInvariant(), role);
        using var answer = await http.PostAsJsonAsync("/api/v1/session", new { login, password });
        answer.EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
