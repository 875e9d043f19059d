using Chiyoda.Bousai.Hub.Cli;
using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.Browsers;
using Chiyoda.Bousai.TestServices.PushService;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Browser.Tests.Exercise;

/// <summary>What an exercise is played on: the hub, the push service behind the browsers, one browser, and the telegrams of the
/// shipped scenario.</summary>
internal sealed class ExerciseStage : IAsyncDisposable
{
    /// <summary>外神田一丁目, in the zone of the Kanda river.</summary>
    public const string InTheZone = "13101045001";

    private readonly Queue<string> _telegrams = new(Directory
        .GetFiles(Path.Combine(Repository.Config, "exercises", "heavy-rain"), "*.xml").Order(StringComparer.Ordinal));

    private ExerciseStage(RunningHub hub, LocalPushService push, GenuineBrowser browser) => (Hub, Push, Browser) = (hub, push, browser);

    public RunningHub Hub { get; }

    public LocalPushService Push { get; }

    public GenuineBrowser Browser { get; }

    public static Task<ExerciseStage> InChromiumAsync(
        string languages = "ja", TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? settings = null) => OpenAsync(
        GenuineBrowser.ChromiumMissing,
        push => GenuineBrowser.StartChromiumAsync(new BrowserOptions { PushService = push, Languages = languages }),
        clock,
        settings);

    public static Task<ExerciseStage> InFirefoxAsync() => OpenAsync(GenuineBrowser.FirefoxMissing, GenuineBrowser.StartFirefoxAsync);

    /// <summary>Posts the scenario's telegrams that were not posted yet, moved to now, up to and with the one named.</summary>
    public async Task PlayThroughAsync(string file)
    {
        for (var path = ""; Path.GetFileName(path) != file;)
        {
            path = _telegrams.Dequeue();
            var octets = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
            var receipt = await Hub.PublishTelegramAsync(Restamp.Apply(octets, TimeProvider.System.GetUtcNow()));
            Assert.Equal("accepted", receipt.Outcome);
        }

        await Hub.HeartbeatAsync(complete: false);
    }

    public Uri At(string path) => new(Hub.Url, path);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Hub.DisposeAsync();
        await Push.DisposeAsync();
    }

    private static async Task<ExerciseStage> OpenAsync(
        string? missing, Func<LocalPushService, Task<GenuineBrowser>> start, TimeProvider? clock = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var reason = RequiredServices.SkipReason(missing);
        Assert.SkipWhen(reason is not null, reason ?? "");
        var push = await LocalPushService.StartAsync();
        var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton(clock ?? TimeProvider.System), settings: new Dictionary<string, string?>([.. Rewrites(push), .. settings ?? new Dictionary<string, string?>()]));
        return new ExerciseStage(hub, push, await start(push));
    }

    /// <summary>Chromium's endpoints name a host of its maker; what is sent there goes to the push service of this machine.</summary>
    private static Dictionary<string, string?> Rewrites(LocalPushService push) => LocalPushService.ChromiumOrigins
        .SelectMany((origin, n) => new (string Name, string? Value)[]
        {
            ($"Push:OriginRewrites:{n}:From", origin.AbsoluteUri), ($"Push:OriginRewrites:{n}:To", push.Origin.AbsoluteUri),
        })
        .ToDictionary(setting => setting.Name, setting => setting.Value);
}
