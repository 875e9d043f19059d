using System.Net;
using System.Net.Http.Headers;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Cli;

/// <summary>What somebody mistypes is told by word, with the usage, and does nothing.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string, string> Mistyped => new()
    {
        { "serve --prot 80", "--prot" },
        { "--autoplay", "--autoplay" },
        { "sevre", "sevre" },
        { "serve now", "now" },
        { "serve --mode drill", "drill" },
        { "serve --data", "--data" },
        { "serve --data=", "--data" },
        { "serve --urls nowhere", "nowhere" },
        { "staff", "add" },
        { "staff remove", "add" },
        { "staff add --login a --name b --role Viewer", "--password-stdin" },
        { "staff add --name b --role Viewer --password-stdin", "--login" },
        { "staff add --login a --name b --role Viewer --password-stdin --person me", "--person" },
        { "verify --fast", "--fast" },
        { "config", "check" },
        { "config check a b", "b" },
        { "config check --fast", "--fast" },
        { "backup", "backup" },
        { "backup one.zip two.zip", "backup" },
        { "restore --data data/new", "restore" },
        { "restore backup.zip --force", "--force" },
        { "read --json", "read" },
        { "replay --to http://127.0.0.1:9", "replay" },
        { "replay . --to nowhere", "--to" },
        { "replay . --to ftp://127.0.0.1", "--to" },
        { "replay . --feed-key-file k", "--to" },
        { "replay . --to http://127.0.0.1:9 --speed 0", "--speed" },
        { "replay . --to http://127.0.0.1:9", "--feed-key-file" },
    };

    [Theory]
    [MemberData(nameof(Mistyped))]
    public async Task MistypedWord_IsNamed_WithTheUsage(string line, string named)
    {
        var ended = await HubProcess.RunAsync(line.Split(' '));

        Assert.True(ended.Status == 2, $"{ended.Status} {ended.Error}");
        Assert.Empty(ended.Output);
        Assert.Contains(named, ended.Error.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("hub verify", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_IsForStandardOutput()
    {
        var ended = await HubProcess.RunAsync("--help");

        Assert.Equal((0, string.Empty), (ended.Status, ended.Error));
        Assert.Contains("hub replay PATH...", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddedAccount_SignsIn_WithItsRoles()
    {
        using var folder = new TemporaryFolder();
        var added = await AddAsync(folder, "recorder", "Recorder,ShelterOperator", "通し番号なしの合言葉");
        Assert.True(added.Status == 0, added.Error);
        Assert.DoesNotContain("合言葉", added.Output + added.Error, StringComparison.Ordinal);

        await using var hub = await HubProcess.ServeAsync(folder.Path, new Dictionary<string, string?>());
        using var http = new HttpClient { BaseAddress = hub.Url };
        using var content = new StringContent("{\"login\":\"recorder\",\"password\":\"通し番号なしの合言葉\"}", new MediaTypeHeaderValue("application/json"));
        using var answer = await http.PostAsync("/api/v1/session", content);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using var proposals = await http.GetAsync("/api/v1/proposals");
        Assert.Equal(HttpStatusCode.OK, proposals.StatusCode);
    }

    [Theory]
    [InlineData("Mayor", "long-enough-1", "Mayor")]
    [InlineData("viewer", "long-enough-1", "viewer")]
    [InlineData("Viewer,Mayor", "long-enough-1", "Mayor")]
    [InlineData("Viewer", "short", "8")]
    [InlineData("Viewer", "", "8")]
    public async Task AccountThatCannotBe_IsRefusedWithTheReason(string role, string password, string named)
    {
        using var folder = new TemporaryFolder();

        var added = await AddAsync(folder, "someone", role, password);

        Assert.Equal((1, string.Empty), (added.Status, added.Output));
        Assert.Contains(named, added.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoginThatIsTaken_IsRefused()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, (await AddAsync(folder, "someone", "Viewer", "long-enough-1")).Status);

        var again = await AddAsync(folder, "SOMEONE", "Releaser", "long-enough-2");

        Assert.Equal(1, again.Status);
        Assert.Contains("SOMEONE", again.Error, StringComparison.Ordinal);
    }

    private static Task<Ended> AddAsync(TemporaryFolder data, string login, string role, string password) => HubProcess.RunAsync(
        password,
        new Dictionary<string, string?>(),
        "staff", "add", "--login", login, "--name", "試験", "--role", role, "--password-stdin", "--data", data.Path, "--config", Repository.Config);
}
