using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Hub.Tests.Contracts;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>
/// Everything that can be asked, really asked by everybody, of a hub in which there is something to change. <c>who-may.txt</c>
/// is the table for a reader; the policies say independently of it what it must be.
/// </summary>
public sealed partial class EveryRouteForEveryRoleTests : IAsyncLifetime
{
    private const string Legend = """
        # Who may ask what. yes: let in, whatever the answer then is. 401, 403: refused with a problem. sign-in, denied: led to that page.
        # key: refused without the key of the feed. desk-author and desk-releaser sit at desks of an exercise, as Recorder and as Releaser.

        """;

    /// <summary>The roles as issue and guide state them; an Administrator has accounts and configuration only.</summary>
    private static readonly Dictionary<string, string[]> MayPass = new(StringComparer.Ordinal)
    {
        ["Viewer"] = ["Viewer", "Recorder", "Releaser", "desk-author", "desk-releaser"],
        ["Recorder"] = ["Recorder", "Releaser", "desk-author", "desk-releaser"],
        ["Releaser"] = ["Releaser", "desk-releaser"],
        ["Shelters"] = ["Recorder", "Releaser", "ShelterOperator", "desk-author", "desk-releaser"],
    };

    /// <summary>Forms of pages without a route of the same name; whoever may record may stop a rule from telling.</summary>
    private static readonly Dictionary<string, string> FormsAlone = new(StringComparer.Ordinal)
    {
        ["revoke"] = "Recorder",
        ["run"] = "Recorder",
        ["draft"] = "Recorder",
        ["preview"] = "Recorder",
        ["report"] = "Recorder",
        ["open"] = "Recorder",
        ["byhand"] = "Recorder",
        ["muster"] = "Recorder",
        ["passkey"] = "anonymous",
        ["password"] = "Viewer",
        ["addpasskey"] = "Viewer",
        ["removepasskey"] = "Viewer",
    };

    private readonly HttpClient _http = new(new DescribedAnswers(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));
    private RunningHub _hub = null!;
    private Desks _desks = null!;
    private IReadOnlyList<MappedCall> _calls = [];
    private IReadOnlyList<Caller> _callers = [];
    private ThingsToChange _things = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await RunningHub.StartAsync();
        _http.BaseAddress = _hub.Url;
        _desks = await Desks.OpenAsync(_hub);
        _things = await ThingsToChange.MakeAsync(_hub, _desks);
        _calls = await _hub.CallsAsync();
        _callers =
        [
            new Caller("nobody"),
            new Caller("receiver", FeedKey: RunningHub.FeedKey),
            await Caller.SignInAsync(_hub, _http, "Viewer", "Viewer"),
            await Caller.SignInAsync(_hub, _http, "Recorder", "Recorder"),
            await Caller.SignInAsync(_hub, _http, "Releaser", "Releaser"),
            await Caller.SignInAsync(_hub, _http, "ShelterOperator", "ShelterOperator"),
            await Caller.SignInAsync(_hub, _http, "Administrator", "Administrator"),
            await Caller.SignInAsync(_hub, _http, "desk-author", "Recorder", "/desk/author"),
            await Caller.SignInAsync(_hub, _http, "desk-releaser", "Releaser", "/desk/releaser"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _desks.Dispose();
        await _hub.DisposeAsync();
    }

    [Fact]
    public async Task WhoMay_IsWhatThePoliciesSay_AndTheCommittedTable()
    {
        Assert.True(_calls.Count > 70, $"only {_calls.Count} calls were found");
        var answers = await AskAllAsync();

        Assert.Empty(from call in _calls
                     from caller in _callers
                     let expected = Expected(call, caller)
                     where answers[(call, caller.Name)] != expected
                     select $"{call} as {caller.Name}: {answers[(call, caller.Name)]}, expected: {expected}");
        new CommittedFile("Access/who-may.txt").MustHold(
            Legend + Row("verb", "route", "policy", _callers.Select(caller => caller.Name))
            + string.Concat(_calls.Select(call => Row(call.Verb, call.Route, call.Policy, _callers.Select(caller => answers[(call, caller.Name)])))));
    }

    /// <summary>With bodies that do change something when the right person sends them.</summary>
    [Fact]
    public async Task WhoeverIsRefused_HasChangedNothing()
    {
        var before = await StateAsync();
        var refused = 0;
        foreach (var call in _calls)
        {
            foreach (var caller in _callers.Where(caller => Expected(call, caller) != "yes"))
            {
                var (form, json) = _things.BodyFor(call);
                Assert.NotEqual("yes", await caller.AskAsync(_http, call.Verb, _things.PathOf(call), form, json));
                refused++;
            }
        }

        Assert.True(refused > 150, $"only {refused} calls were refused");
        Assert.Equal(before, await StateAsync());
        foreach (var route in new[] { "/api/v1/proposals/{id:guid}/submit", "/api/v1/orders/{id:guid}/lift", "/api/v1/proposals/{id:guid}/release" })
        {
            var call = _calls.Single(call => call.Route == route);
            await _callers.Single(caller => caller.Name == "Releaser").AskAsync(_http, call.Verb, _things.PathOf(call), form: null, _things.BodyFor(call).Json);
            var after = await StateAsync();
            Assert.NotEqual(before, after);
            before = after;
        }
    }

    /// <summary>A session of a desk is one of that desk alone.</summary>
    [Fact]
    public async Task ASessionOfADesk_IsNoneOutsideIt()
    {
        var author = _callers.Single(caller => caller.Name == "desk-author");

        Assert.Equal("yes", await author.AskAsync(_http, "GET", "/api/v1/proposals", form: null, string.Empty));
        Assert.Equal("401", await (author with { Desk = string.Empty }).AskAsync(_http, "GET", "/api/v1/proposals", form: null, string.Empty));
        Assert.Equal("401", await (author with { Desk = "/desk/releaser" }).AskAsync(_http, "GET", "/api/v1/proposals", form: null, string.Empty));
    }

    private async Task<Dictionary<(MappedCall Call, string Caller), string>> AskAllAsync()
    {
        var answers = new Dictionary<(MappedCall Call, string Caller), string>();
        foreach (var call in _calls)
        {
            foreach (var caller in _callers)
            {
                answers[(call, caller.Name)] = await caller.AskAsync(_http, call.Verb, _things.PathOf(call), call.IsForm ? new Dictionary<string, string>() : null, "{}");
            }
        }

        return answers;
    }

    /// <summary>By the policy of the route; a form of a page is no easier than the route of the same name.</summary>
    private string Expected(MappedCall call, Caller caller)
    {
        var form = Form().Match(call.Route).Groups[1].Value;
        var policy = form.Length == 0 ? call.Policy : FormsAlone.GetValueOrDefault(form) ?? RouteOf(call, form).Policy;
        var isFeed = call.Route is "/api/v1/telegrams/" or "/api/v1/feeds/heartbeat" && call.Verb == "POST";
        return isFeed ? caller.FeedKey.Length > 0 ? "yes" : "key"
            : policy == "anonymous" || MayPass[policy].Contains(caller.Name) ? "yes"
            : call.Route.StartsWith("/hq", StringComparison.Ordinal) ? caller.Cookie.Length > 0 ? "denied" : "sign-in"
            : caller.Cookie.Length > 0 ? "403" : "401";
    }

    /// <summary>The route for programs that does what a form does; capabilities have steps of the same names, and a page asks its own.</summary>
    private MappedCall RouteOf(MappedCall call, string form)
    {
        var same = _calls.Where(other =>
            other.Verb == "POST" && other.Route.StartsWith("/api/", StringComparison.Ordinal) && (form == "resume" || IsOfNotices(other) == IsOfNotices(call))
            && other.Route.EndsWith(form == "draw" ? "/proposals/" : $"/{form}", StringComparison.Ordinal)).ToList();
        var capability = call.Route.Split('/', '?')[2];
        return same.Count == 1 ? same[0] : same.Single(other => other.Route.StartsWith($"/api/v1/{capability}/", StringComparison.Ordinal));
    }

    /// <summary>Notices have steps of the same names as proposals.</summary>
    private static bool IsOfNotices(MappedCall call) => call.Route.Contains("/notices", StringComparison.Ordinal);

    private async Task<string> StateAsync()
    {
        var head = (await _desks.Author.GetAsync("/api/v1/chronology?after=1000000")).GetProperty("head");
        return JsonSerializer.Serialize(new { head, proposals = await _desks.Author.GetAsync("/api/v1/proposals"), orders = await _desks.Author.GetAsync("/api/v1/orders") });
    }

    private static string Row(string verb, string route, string policy, IEnumerable<string> cells) =>
        string.Create(CultureInfo.InvariantCulture, $"{verb,-6} {route,-58} {policy,-10} {string.Concat(cells.Select(cell => cell.PadRight(16)))}").TrimEnd() + "\n";

    [GeneratedRegex("handler=([a-z]+)$")]
    private static partial Regex Form();
}
