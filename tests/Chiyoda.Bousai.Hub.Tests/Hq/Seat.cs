using System.Net;
using Chiyoda.Bousai.TestHub;
using Xunit;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>Somebody at a browser without script: cookies, pages, forms, redirects.</summary>
internal sealed class Seat(HttpClient http, string desk) : IDisposable
{
    /// <summary>Sits down without a session.</summary>
    /// <param name="hub">The hub.</param>
    /// <param name="desk">Path base of a desk, or empty.</param>
    public static Seat Take(RunningHub hub, string desk = "") => new(hub.NewClient(), desk);

    /// <summary>Sits down and signs in on the page.</summary>
    public static async Task<Seat> TakeAsync(RunningHub hub, string role, Guid? person = null, string desk = "")
    {
        var (login, password) = await hub.AddAccountAsync($"{role.ToLowerInvariant()}-{Guid.NewGuid():N}"[..24], role, person);
        var seat = Take(hub, desk);
        var after = await seat.SignInAsync(login, password);
        return after.Status == HttpStatusCode.OK ? seat : throw new XunitException($"Signing in as {role} ended with {(int)after.Status} on {after.Address}");
    }

    public async Task<Screen> SignInAsync(string login, string password, string at = "/hq/sign-in") =>
        await SendAsync(await GetAsync(at), "/sign-in", ("Login", login), ("password", password));

    /// <summary>Asks for a challenge as the script of a page does.</summary>
    public async Task<HttpResponseMessage> AskPasskeyAsync(string kind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{desk}/api/v1/passkey-challenges/{kind}");
        request.Headers.Add("X-Requested-With", "bousai");
        return await http.SendAsync(request);
    }

    public async Task<Screen> GetAsync(string path)
    {
        var address = new Uri(http.BaseAddress!, desk.Length > 0 && !path.StartsWith(desk, StringComparison.Ordinal) ? desk + path : path);
        return await FollowAsync(await http.GetAsync(address), address);
    }

    /// <summary>Fills a form of a page, presses its button, and follows where it leads.</summary>
    public Task<Screen> SendAsync(Screen screen, string form, params (string Name, string Value)[] typed)
    {
        var (action, fields) = screen.Form(form);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return PostAsync(action, fields);
    }

    /// <summary>Fills a form and presses another of its buttons, which sends it elsewhere.</summary>
    public Task<Screen> PressAsync(Screen screen, string form, string button, params (string Name, string Value)[] typed)
    {
        var (_, fields) = screen.Form(form);
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return PostAsync(screen.Button(form, button), fields);
    }

    /// <summary>Sends what a page would send, to an address of choice.</summary>
    public async Task<Screen> PostAsync(string path, Dictionary<string, string> fields)
    {
        var address = new Uri(http.BaseAddress!, path);
        using var content = new FormUrlEncodedContent(fields);
        return await FollowAsync(await http.PostAsync(address, content), address);
    }

    /// <summary>Fills a form of a page with files, as a browser sends it.</summary>
    public async Task<Screen> SendFilesAsync(
        Screen screen, string form, IReadOnlyList<(string Name, string Value)> typed, IReadOnlyList<(string Field, string File, byte[] Octets)> files)
    {
        var (action, fields) = screen.Form(form);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Select(field => (field.Key, field.Value)).Concat(typed))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (field, file, octets) in files)
        {
            content.Add(new ByteArrayContent(octets), field, file);
        }

        var address = new Uri(http.BaseAddress!, action);
        return await FollowAsync(await http.PostAsync(address, content), address);
    }

    private async Task<Screen> FollowAsync(HttpResponseMessage answer, Uri address)
    {
        for (var hops = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther; hops++)
        {
            Assert.True(hops < 5, $"More than five redirects, now to {answer.Headers.Location}");
            address = new Uri(address, answer.Headers.Location!);
            answer.Dispose();
            answer = await http.GetAsync(address);
        }

        using (answer)
        {
            return new Screen(
                answer.StatusCode, address, await answer.Content.ReadAsStringAsync(),
                answer.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    public void Dispose() => http.Dispose();
}
