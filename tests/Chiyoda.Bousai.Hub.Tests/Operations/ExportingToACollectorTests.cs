using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.Telemetry;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Operations;

/// <summary>The built hub with the standard variables of OpenTelemetry: figures and spans arrive, and nothing about persons.</summary>
public sealed class ExportingToACollectorTests
{
    private static readonly string[] Figures =
    [
        "bousai.telegrams.received", "bousai.commit.duration", "bousai.chronology.sequence", "bousai.dispatch.oldest_unsent.age", "bousai.dispatch.held",
        "bousai.sources.silent", "bousai.source.silence", "bousai.telegrams.waiting", "bousai.proposals.open", "bousai.live.connections",
    ];

    [Fact]
    public async Task FiguresAndSpans_ArriveAtTheCollector_WithoutWhatIsPersonal()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await OtlpCollector.StartAsync();
        await using var hub = await HubProcess.ServeAsync(folder.Path, new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["OTEL_SERVICE_NAME"] = "hub-of-the-test",
            ["Feeds__Key"] = HubClient.FeedKey,
        });
        await using var client = new HubClient(hub.Url);
        await client.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        var secret = Guid.NewGuid();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/subscriptions/{secret}?who=somebody-special");
        request.Headers.UserAgent.ParseAdd("a-program-that-tells-of-its-owner/1.0");
        using var answer = await client.Public.SendAsync(request, TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(
            () => Task.FromResult(Figures.All(collector.MetricNames.ContainsKey)
                && new[] { "telegram.receive", "telegram.work_out", "commit", "GET /api/v1/subscriptions/{id:guid}" }.All(collector.SpanNames.ContainsKey)),
            "every figure and span has come",
            60);

        Assert.All(Figures, name => Assert.Equal("Chiyoda.Bousai", collector.MetricNames[name].Scope));
        Assert.Equal(("s", "{telegram}"), (collector.MetricNames["bousai.commit.duration"].Unit, collector.MetricNames["bousai.telegrams.received"].Unit));
        Assert.Contains("http.server.request.duration", collector.MetricNames.Keys);
        Assert.True(collector.Holds("hub-of-the-test"));
        foreach (var personal in new[] { secret.ToString(), "somebody-special", "a-program-that-tells", "client.address", "user_agent.original", "network.peer.address" })
        {
            Assert.False(collector.Holds(personal), $"{personal} left the house");
        }

        await hub.TerminateAsync();
        await TestDatabase.DropAsync(folder.Path);
    }

    [Fact]
    public async Task AddressThatIsNone_StopsTheStartWithItsName()
    {
        using var folder = new TemporaryFolder();

        var ended = await HubProcess.RunAsync(
            string.Empty, new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector:4318/secret" },
            "serve", "--config", Repository.Config, "--data", folder.PathOf("new"), "--urls", "http://127.0.0.1:0");

        Assert.Equal(3, ended.Status);
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT", Assert.Single(ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ended.Error, StringComparison.Ordinal);
    }
}
