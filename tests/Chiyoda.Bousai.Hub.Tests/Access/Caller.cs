using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>Somebody who asks for everything: with a session, a feed key or nothing, in the whole hub or at a desk of it.</summary>
/// <param name="Name">As at the head of the table.</param>
/// <param name="Desk">Path base, or empty.</param>
/// <param name="Cookie">The session and what forms need; empty without one.</param>
/// <param name="FormToken">The antiforgery token that this session's pages carry.</param>
/// <param name="FeedKey">The key of a receiver program, or empty.</param>
internal sealed partial record Caller(string Name, string Desk = "", string Cookie = "", string FormToken = "", string FeedKey = "")
{
    /// <summary>Signs in as staff do, and looks at a page to get what its forms need.</summary>
    public static async Task<Caller> SignInAsync(RunningHub hub, HttpClient http, string name, string role, string desk = "")
    {
        var (login, password) = await hub.AddAccountAsync(name.Replace('/', '-').ToLowerInvariant(), role);
        using var signedIn = await http.PostAsJsonAsync($"{desk}/api/v1/session", new { login, password });
        signedIn.EnsureSuccessStatusCode();
        var session = CookieOf(signedIn);
        using var look = new HttpRequestMessage(HttpMethod.Get, $"{desk}/hq/denied") { Headers = { { "Cookie", session } } };
        using var page = await http.SendAsync(look);
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return token.Length > 0
            ? new Caller(name, desk, $"{session}; {CookieOf(page)}", token)
            : throw new XunitException($"The page of {name} has no form.");
    }

    /// <summary>Asks, and tells in the words of the table what came of it.</summary>
    /// <param name="http">A client that keeps no cookies and follows nothing.</param>
    /// <param name="verb">HTTP method.</param>
    /// <param name="path">Address without the desk.</param>
    /// <param name="form">Fields of a form; <see langword="null"/> = JSON.</param>
    /// <param name="json">Body where there is no form.</param>
    public async Task<string> AskAsync(HttpClient http, string verb, string path, IReadOnlyDictionary<string, string>? form, string json)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), Desk + path);
        request.Headers.Add("X-Requested-With", "bousai");
        if (Cookie.Length > 0)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        if (FeedKey.Length > 0)
        {
            request.Headers.Add("X-Feed-Key", FeedKey);
        }

        request.Content = verb is not ("POST" or "PUT") ? null
            : form is null ? new StringContent(json, new MediaTypeHeaderValue("application/json"))
            : new FormUrlEncodedContent([.. form, new("__RequestVerificationToken", FormToken)]);
        using var answer = await http.SendAsync(request);
        return await WordAsync(answer, verb + " " + path);
    }

    private static async Task<string> WordAsync(HttpResponseMessage answer, string asked)
    {
        // A redirect that remembers where one wanted to go is a refusal; one that does not is where the answer leads.
        if (answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && answer.Headers.Location?.ToString() is { } location)
        {
            return !location.Contains("ReturnUrl=", StringComparison.Ordinal) ? "yes"
                : location.Contains("/hq/sign-in?", StringComparison.Ordinal) ? "sign-in"
                : location.Contains("/hq/denied?", StringComparison.Ordinal) ? "denied"
                : throw new XunitException($"{asked} leads to {location}");
        }

        var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? await answer.Content.ReadAsStringAsync() : string.Empty;
        return (int)answer.StatusCode >= 500 ? throw new XunitException($"{asked} answered {(int)answer.StatusCode}: {problem}")
            : answer.StatusCode == HttpStatusCode.BadRequest && problem.Contains("access.forgery-guard", StringComparison.Ordinal) ? throw new XunitException($"{asked} met the forgery guard before its policy.")
            : problem.Contains("\"access.no-session\"", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.Unauthorized ? "401"
            : problem.Contains("\"access.no-role\"", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.Forbidden ? "403"
            : problem.Contains("\"feeds.wrong-key\"", StringComparison.Ordinal) && answer.StatusCode == HttpStatusCode.Unauthorized ? "key"
            : "yes";
    }

    private static string CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0])) : string.Empty;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
