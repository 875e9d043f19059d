using System.Globalization;
using System.Net;
using System.Text.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.Hub.Tests.Logs;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>A passkey in place of a password: where it counts, and everywhere it does not.</summary>
public sealed class UsingAPasskeyTests : IAsyncLifetime
{
    private const string WrongPasskey = "パスキーで確かめられませんでした";

    private readonly MovableClock _clock = new();
    private readonly HeardLog _log = new(LogLevel.Information);
    private RunningHub _hub = null!;

    public async ValueTask InitializeAsync() => _hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<TimeProvider>(_clock).AddSingleton<ILoggerProvider>(_log));

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    [Fact]
    public async Task RegisteredPasskey_SignsIn_AndCountsForARelease_UntilItIsRemoved()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(50));
        holder.Leave();

        var arrived = await holder.SignInByPasskeyAsync();
        Assert.Equal((HttpStatusCode.OK, "/hq"), (arrived.Status, arrived.Address.AbsolutePath));
        var proposal = await holder.Seat.GetAsync(decided);
        Assert.DoesNotContain("name=\"password\"", proposal.Html, StringComparison.Ordinal);
        Assert.Contains("発信しました", (await Chain.ReleaseAsync(holder.Seat, proposal)).Text, StringComparison.Ordinal);

        var account = await holder.Seat.GetAsync("/hq/account");
        Assert.Contains("業務用端末", account.Text, StringComparison.Ordinal);
        Assert.Contains("パスキーを削除しました", (await holder.Seat.SendAsync(account, "handler=RemovePasskey")).Text, StringComparison.Ordinal);
        holder.Leave();
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.SignInByPasskeyAsync()).Status);
        string[] told = ["registered a passkey; it has 1 now", "was confirmed by passkey", "removed a passkey; it has 0 now", "A passkey was refused"];
        Assert.All(told, line => Assert.Contains(_log.Lines, heard => heard.Contains(line, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task StepUpByPasskey_Releases_WhereNothingElseWould()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(5));

        var proposal = await holder.Seat.GetAsync(decided);
        Assert.Contains("data-challenge=\"step-up\"", proposal.Html, StringComparison.Ordinal);
        var without = await Chain.ReleaseAsync(holder.Seat, proposal);
        Assert.Contains("access.step-up-needed", without.Text, StringComparison.Ordinal);
        var released = await ReleaseAsync(holder, proposal, await holder.AnswerAsync("step-up"));

        Assert.Contains("発信しました", released.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoticeIsReleased_ByPasskey()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        var until = _clock.GetUtcNow().AddHours(3).ToOffset(TimeSpan.FromHours(9));
        var form = await author.GetAsync("/hq/notices/new?template=stay-where-you-are");
        var submitted = await author.SendAsync(
            form, "handler=Submit", ("scope", "ward"), ("day", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("time", until.ToString("HHmm", CultureInfo.InvariantCulture)));
        Assert.Contains("提出しました", submitted.Text, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(5));

        var sent = await holder.Seat.SendAsync(
            await holder.Seat.GetAsync(submitted.Address.AbsolutePath), "handler=Release", ("looked", "true"), ("confirm", "WholeWard"), ("passkey", await holder.AnswerAsync("step-up")));

        Assert.Contains("発信しました", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasskeyOfAnotherAccount_ReleasesNothing()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        using var other = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(5));

        var proposal = await holder.Seat.GetAsync(decided);
        var foreign = other.Passkey.Get(await holder.AskAsync("step-up"));

        Assert.Contains("access.wrong-passkey", (await ReleaseAsync(holder, proposal, foreign)).Text, StringComparison.Ordinal);
        Assert.Empty((await _hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    /// <summary>A passkey proves who somebody is, never that they are two.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Submitter_ReleasesNothing_ByPasskey_NorUnderASecondLogin(bool hasSecondLogin)
    {
        var person = Guid.NewGuid();
        using var present = await Seat.TakeAsync(_hub, "Releaser");
        using var submitter = await PasskeyHolder.RegisterAsync(_hub, "Releaser", person);
        using var second = await PasskeyHolder.RegisterAsync(_hub, "Releaser", person);
        var decided = await Chain.DecideAsync(submitter.Seat, await Chain.SubmitAsync(submitter.Seat, await Chain.OpenProposalAsync(_hub, submitter.Seat)));
        var page = await present.GetAsync(decided.Address.AbsolutePath);
        var form = page.Form("handler=Release");
        var releaser = hasSecondLogin ? second : submitter;
        _clock.Advance(TimeSpan.FromMinutes(5));

        var own = (await releaser.Seat.GetAsync(decided.Address.AbsolutePath)).Form("/sign-out").Fields;
        var refused = await releaser.Seat.PostAsync(form.Action, new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = own["__RequestVerificationToken"],
            ["version"] = form.Fields["version"],
            ["level"] = "4",
            ["areas"] = page.AreasToReadBack("26"),
            ["passkey"] = await releaser.AnswerAsync("step-up"),
        });

        Assert.Contains("evacuation.releaser-is-submitter", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await _hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task AnswerThatWasGivenBefore_CountsNoMore_EvenWithWhatWasAsked()
    {
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Viewer");
        holder.Leave();
        var answer = await holder.AnswerAsync("sign-in");
        var asked = holder.Asked;
        Assert.Equal(HttpStatusCode.OK, (await holder.SendSignInAsync(answer)).Status);
        holder.Leave();

        holder.Asked = asked;
        var again = await holder.SendSignInAsync(answer);

        Assert.Equal(HttpStatusCode.Unauthorized, again.Status);
        Assert.Contains(WrongPasskey, again.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://bousai.example")]
    [InlineData("http://localhost")]
    [InlineData("null")]
    [InlineData("")]
    public async Task AnswerFromAnotherOrigin_IsRefused(string origin)
    {
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Viewer");
        holder.Leave();
        holder.Passkey.Origin = origin;

        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.SignInByPasskeyAsync()).Status);
    }

    [Fact]
    public async Task AnswerWithoutAVerifiedUser_IsRefused()
    {
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Viewer");
        holder.Leave();
        holder.Passkey.VerifiesUser = false;

        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.SignInByPasskeyAsync()).Status);
    }

    [Fact]
    public async Task AnswerToAnotherQuestion_OrToNone_OrTooLate_IsRefused()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var proposal = await holder.Seat.GetAsync(decided);

        Assert.Contains("access.wrong-passkey", (await ReleaseAsync(holder, proposal, await holder.AnswerAsync("sign-in"))).Text, StringComparison.Ordinal);
        Assert.Contains("access.wrong-passkey", (await ReleaseAsync(holder, proposal, "{}")).Text, StringComparison.Ordinal);
        var answer = await holder.AnswerAsync("step-up");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("access.wrong-passkey", (await ReleaseAsync(holder, proposal, answer)).Text, StringComparison.Ordinal);
        Assert.Empty((await _hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray());
    }

    /// <summary>Anybody who knows a login can lock its password; a passkey cannot be guessed.</summary>
    [Fact]
    public async Task WrongPasswordsOfOthers_DoNotLockThePasskeyOut()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        using var outside = Seat.Take(_hub);
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 10; i++)
        {
            await outside.SignInAsync(holder.Login, "not-the-password");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await outside.SignInAsync(holder.Login, holder.Password)).Status);
        var released = await ReleaseAsync(holder, await holder.Seat.GetAsync(decided), await holder.AnswerAsync("step-up"));
        Assert.Contains("発信しました", released.Text, StringComparison.Ordinal);
        holder.Leave();
        Assert.Equal(HttpStatusCode.OK, (await holder.SignInByPasskeyAsync()).Status);
    }

    /// <summary>Somebody locked it on purpose, and for longer than wrong passwords do.</summary>
    [Fact]
    public async Task AccountThatIsClosed_IsOpenedByNothing_NorDoesItsSessionRelease()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Releaser");
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var forever = TestDatabase.IsPostgres ? "now() + interval '100 years'" : $"{_clock.GetUtcNow().AddYears(100).UtcTicks}";
        Assert.Equal(1, await TestDatabase.ExecuteAsync(_hub.DataDirectory, $"UPDATE access_accounts SET LockoutEnd = {forever} WHERE UserName = '{holder.Login}'"));

        var proposal = await holder.Seat.GetAsync(decided);
        Assert.Contains("access.wrong-passkey", (await ReleaseAsync(holder, proposal, await holder.AnswerAsync("step-up"))).Text, StringComparison.Ordinal);
        var byPassword = await holder.Seat.SendAsync(proposal, "handler=Release", ("level", "4"), ("areas", proposal.AreasToReadBack("26")), ("password", holder.Password));
        Assert.Contains("access.wrong-password", byPassword.Text, StringComparison.Ordinal);
        holder.Leave();
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.SignInByPasskeyAsync()).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.Seat.SignInAsync(holder.Login, holder.Password)).Status);
    }

    [Fact]
    public async Task Registration_NeedsThePassword_EvenAfterAPasskey()
    {
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Viewer");
        holder.Leave();
        await holder.SignInByPasskeyAsync();

        await Answers.RefusedAsync(holder.Seat.AskPasskeyAsync("registration"), HttpStatusCode.Forbidden, "access.password-needed");
        var account = await holder.Seat.GetAsync("/hq/account");
        Assert.DoesNotContain(account.Actions, action => action.EndsWith("handler=AddPasskey", StringComparison.Ordinal));
        var wrong = await holder.Seat.SendAsync(account, "handler=Password", ("password", "not-the-password"));
        Assert.Contains("access.wrong-password", wrong.Text, StringComparison.Ordinal);
        var right = await holder.Seat.SendAsync(wrong, "handler=Password", ("password", holder.Password));
        Assert.Contains(right.Actions, action => action.EndsWith("handler=AddPasskey", StringComparison.Ordinal));

        // The same passkey twice, and one that was asked for by somebody else.
        Assert.Contains("access.wrong-passkey", (await holder.AddAsync()).Text, StringComparison.Ordinal);
        using var other = await PasskeyHolder.SignInAsync(_hub, "Viewer");
        var foreign = other.Passkey.Create(await holder.AskAsync("registration"));
        other.Asked = holder.Asked;
        var refused = await other.Seat.SendAsync(await other.Seat.GetAsync("/hq/account"), "handler=AddPasskey", ("name", "端末"), ("passkey", foreign));
        Assert.Contains("access.wrong-passkey", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasskeyOfAnother_IsNotRemoved()
    {
        using var holder = await PasskeyHolder.RegisterAsync(_hub, "Viewer");
        using var other = await PasskeyHolder.RegisterAsync(_hub, "Viewer");
        var id = (await holder.Seat.GetAsync("/hq/account")).Form("handler=RemovePasskey").Fields["id"];

        var refused = await other.Seat.SendAsync(await other.Seat.GetAsync("/hq/account"), "handler=RemovePasskey", ("id", id));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Contains("access.unknown-passkey", refused.Text, StringComparison.Ordinal);
        holder.Leave();
        Assert.Equal(HttpStatusCode.OK, (await holder.SignInByPasskeyAsync()).Status);
    }

    [Fact]
    public async Task WithoutAPasskey_NoneIsOffered_NorAsked()
    {
        using var author = await Seat.TakeAsync(_hub, "Recorder");
        using var releaser = await Seat.TakeAsync(_hub, "Releaser");
        var decided = await DecidedAsync(author);
        _clock.Advance(TimeSpan.FromMinutes(5));

        var proposal = await releaser.GetAsync(decided);

        Assert.Contains("name=\"password\"", proposal.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-challenge", proposal.Html, StringComparison.Ordinal);
        await Answers.RefusedAsync(releaser.AskPasskeyAsync("step-up"), HttpStatusCode.Conflict, "access.no-passkey");
    }

    [Fact]
    public async Task ConfiguredPartyAndOrigins_RuleOutTheAddressOfTheRequest()
    {
        await using var hub = await RunningHub.StartAsync(settings: new Dictionary<string, string?>
        {
            ["Passkeys:RelyingParty"] = "bousai.example",
            ["Passkeys:Origins"] = "https://hq.bousai.example, https://bousai.example",
        });
        using var holder = await PasskeyHolder.SignInAsync(hub, "Viewer");

        Assert.Contains("access.wrong-passkey", (await holder.AddAsync()).Text, StringComparison.Ordinal);
        holder.Passkey.Origin = "https://hq.bousai.example";
        Assert.Contains("パスキーを登録しました", (await holder.AddAsync()).Text, StringComparison.Ordinal);
        holder.Leave();
        Assert.Equal("bousai.example", (await holder.AskAsync("sign-in")).GetProperty("rpId").GetString());
        Assert.Equal(HttpStatusCode.OK, (await holder.SignInByPasskeyAsync()).Status);
    }

    [Fact]
    public async Task BehindAProxyThatIsNamed_TheOriginIsThatOfTheBrowser()
    {
        await using var hub = await RunningHub.StartAsync(settings: new Dictionary<string, string?> { ["Hub:Proxies"] = "127.0.0.1/32" });
        var (login, password) = await hub.AddAccountAsync("behind", "Viewer");
        using var http = new HttpClient(new TlsProxy()) { BaseAddress = hub.Url };
        using var seat = new Seat(http, string.Empty);
        await seat.SignInAsync(login, password);

        async Task<Screen> AddAsync(string scheme)
        {
            using var passkey = new SoftwareAuthenticator(new UriBuilder(hub.Url) { Scheme = scheme }.Uri);
            var options = (await Answers.OkAsync(seat.AskPasskeyAsync("registration"))).GetProperty("options").GetString()!;
            return await seat.SendAsync(
                await seat.GetAsync("/hq/account"), "handler=AddPasskey", ("name", "端末"), ("passkey", passkey.Create(JsonElement.Parse(options))));
        }

        Assert.Contains("access.wrong-passkey", (await AddAsync("http")).Text, StringComparison.Ordinal);
        Assert.Contains("パスキーを登録しました", (await AddAsync("https")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyAttemptsFromOneAddress_AreSlowedDown()
    {
        await using var hub = await RunningHub.StartAsync(settings: new Dictionary<string, string?> { ["Limits:Trusted"] = string.Empty, ["Limits:SignInsPerMinute"] = "3" });
        using var seat = Seat.Take(hub);
        for (var i = 0; i < 3; i++)
        {
            await Answers.OkAsync(seat.AskPasskeyAsync("sign-in"));
            Assert.Equal(HttpStatusCode.Unauthorized, (await seat.SendAsync(await seat.GetAsync("/hq/sign-in"), "handler=Passkey", ("passkey", "{}"))).Status);
        }

        await Answers.RefusedAsync(seat.AskPasskeyAsync("sign-in"), HttpStatusCode.TooManyRequests, "hub.too-many");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await seat.SendAsync(await seat.GetAsync("/hq/sign-in"), "handler=Passkey", ("passkey", "{}"))).Status);
    }

    /// <summary>A browser that speaks TLS, and the proxy that ends it.</summary>
    private sealed class TlsProxy() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private readonly CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var outside = new UriBuilder(request.RequestUri!) { Scheme = "https" }.Uri;
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.TryAddWithoutValidation("Cookie", _cookies.GetCookieHeader(outside));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Assert.True(!cookie.StartsWith("bousai-", StringComparison.Ordinal) || cookie.Contains("; secure", StringComparison.Ordinal), cookie);
                _cookies.SetCookies(outside, cookie);
            }

            return answer;
        }
    }

    private async Task<string> DecidedAsync(Seat author) =>
        (await Chain.DecideAsync(author, await Chain.SubmitAsync(author, await Chain.OpenProposalAsync(_hub, author)))).Address.AbsolutePath;

    private static Task<Screen> ReleaseAsync(PasskeyHolder holder, Screen proposal, string answer) =>
        holder.Seat.SendAsync(proposal, "handler=Release", ("level", "4"), ("areas", proposal.AreasToReadBack("26")), ("passkey", answer));
}
