using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>A member of staff with a passkey, at a browser.</summary>
internal sealed class PasskeyHolder : IDisposable
{
    private readonly RunningHub _hub;
    private CookieContainer _cookies = new();

    private PasskeyHolder(RunningHub hub, string login, string password)
    {
        (_hub, Login, Password) = (hub, login, password);
        Seat = new Seat(hub.NewClient(_cookies), string.Empty);
        Passkey = new SoftwareAuthenticator(hub.Url);
    }

    public string Login { get; }

    public string Password { get; }

    public Seat Seat { get; private set; }

    public SoftwareAuthenticator Passkey { get; }

    /// <summary>Signs in by password.</summary>
    public static async Task<PasskeyHolder> SignInAsync(RunningHub hub, string role, Guid? person = null)
    {
        var (login, password) = await hub.AddAccountAsync($"{role.ToLowerInvariant()}-{Guid.NewGuid():N}"[..24], role, person);
        var holder = new PasskeyHolder(hub, login, password);
        Assert.Equal(HttpStatusCode.OK, (await holder.Seat.SignInAsync(login, password)).Status);
        return holder;
    }

    /// <summary>Signs in by password and registers a passkey.</summary>
    public static async Task<PasskeyHolder> RegisterAsync(RunningHub hub, string role, Guid? person = null)
    {
        var holder = await SignInAsync(hub, role, person);
        Assert.Contains("パスキーを登録しました", (await holder.AddAsync()).Text, StringComparison.Ordinal);
        return holder;
    }

    public async Task<Screen> AddAsync(string name = "業務用端末") => await Seat.SendAsync(
        await Seat.GetAsync("/hq/account"), "handler=AddPasskey",
        ("name", name), ("passkey", Passkey.Create(await AskAsync("registration"))));

    /// <summary>Another browser, without a session.</summary>
    public void Leave()
    {
        Seat.Dispose();
        _cookies = new CookieContainer();
        Seat = new Seat(_hub.NewClient(_cookies), string.Empty);
    }

    public async Task<string> AnswerAsync(string challenge) => Passkey.Get(await AskAsync(challenge));

    public async Task<JsonElement> AskAsync(string challenge) =>
        JsonElement.Parse((await Answers.OkAsync(Seat.AskPasskeyAsync(challenge))).GetProperty("options").GetString()!);

    public async Task<Screen> SignInByPasskeyAsync() => await SendSignInAsync(await AnswerAsync("sign-in"));

    public async Task<Screen> SendSignInAsync(string answer) =>
        await Seat.SendAsync(await Seat.GetAsync("/hq/sign-in"), "handler=Passkey", ("passkey", answer));

    /// <summary>What the hub asked stays with the browser in this cookie.</summary>
    public Cookie Asked
    {
        get => _cookies.GetCookies(_hub.Url).Single(cookie => cookie.Name == "bousai-passkey");
        set => _cookies.Add(_hub.Url, new Cookie(value.Name, value.Value));
    }

    public void Dispose()
    {
        Seat.Dispose();
        Passkey.Dispose();
    }
}
