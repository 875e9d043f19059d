using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Logs;

/// <summary>What really comes out of the program while the whole chain runs and somebody has set every category to Trace (design rule 14).</summary>
public sealed class WritingNothingPersonalTests
{
    /// <summary>As talkative as settings can make it, scopes included.</summary>
    private static readonly string[] Categories =
    [
        "Default", "System", "Microsoft", "Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.DataProtection", "Microsoft.EntityFrameworkCore",
        "Microsoft.EntityFrameworkCore.Database.Command", "Microsoft.EntityFrameworkCore.Update", "Hangfire", "Npgsql", "Chiyoda.Bousai",
    ];

    [Theory]
    [InlineData("simple")]
    [InlineData("json")]
    public async Task Console_HoldsNoSecret_WhateverSettingsAskFor(string formatter)
    {
        using var folder = new TemporaryFolder();
        var data = folder.PathOf("data");
        await AddAsync(data, SecretNight.AuthorLogin, SecretNight.AuthorName, "Recorder");
        await AddAsync(data, SecretNight.ReleaserLogin, SecretNight.ReleaserName, "Releaser");
        await using var hub = await HubProcess.ServeAsync(data, Talkative(formatter));
        await using var night = await SecretNight.PlayAsync(hub.Url);

        var ended = await hub.TerminateAsync();

        Assert.Empty(night.Secrets.Where(secret => (ended.Output + ended.Error).Contains(secret.Value, StringComparison.OrdinalIgnoreCase)).Select(secret => secret.Key));
        Assert.Contains("released: Issue of order", ended.Error, StringComparison.Ordinal);
        Assert.Contains("was confirmed by password", ended.Error, StringComparison.Ordinal);
        Assert.Contains("were refused, the first with", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonFormatter_WritesOneObjectALine_AndNothingElseToStandardError()
    {
        using var folder = new TemporaryFolder();
        await using var hub = await HubProcess.ServeAsync(folder.PathOf("data"), Talkative("json"));
        await using var client = new HubClient(hub.Url);
        await client.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));

        var ended = await hub.TerminateAsync();

        var lines = ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var received = Assert.Single(lines, line => line.GetProperty("EventId").GetInt32() == 1101);
        Assert.Equal("Chiyoda.Bousai.Hub.Features.Feeds.TelegramInbox", received.GetProperty("Category").GetString());
        Assert.Equal("Information", received.GetProperty("LogLevel").GetString());
        Assert.Equal("VXKO", received.GetProperty("State").GetProperty("Type").GetString());
        Assert.True(received.GetProperty("Timestamp").GetDateTimeOffset().Offset == TimeSpan.Zero);
        Assert.All(lines, line => Assert.False(line.TryGetProperty("Scopes", out _)));
        Assert.DoesNotContain(ended.Output.Split('\n'), line => line.StartsWith('{'));
    }

    /// <summary>The look above sees what it is to see: where frameworks are let talk, they write addresses down whole.</summary>
    [Fact]
    public async Task FrameworksThatAreLetTalk_WriteDownWhatWeKeepBack()
    {
        using var heard = new HeardLog(LogLevel.Trace);
        await using var hub = await RunningHub.StartAsync(adjust: services =>
        {
            services.AddSingleton<ILoggerProvider>(heard);
            services.PostConfigure<LoggerFilterOptions>(filter =>
            {
                filter.Rules.Clear();
                filter.MinLevel = LogLevel.Trace;
                filter.Rules.Add(new LoggerFilterRule("Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider", null, LogLevel.None, null));
            });
        });
        var id = Guid.NewGuid();

        using var asked = await hub.Public.GetAsync($"/api/v1/subscriptions/{id}?mail=asked%40mail.example");

        Assert.Contains(heard.Lines, line => line.Contains(id.ToString(), StringComparison.Ordinal));
        Assert.Contains(heard.Lines, line => line.Contains("asked%40mail.example", StringComparison.Ordinal));
    }

    private static Dictionary<string, string?> Talkative(string formatter) => new(
        Categories.SelectMany(category => new[] { $"Logging__LogLevel__{category}", $"Logging__Console__LogLevel__{category}" }).Select(name => KeyValuePair.Create(name, (string?)"Trace")))
    {
        ["Logging__Console__FormatterName"] = formatter,
        ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
        ["Push__AllowLoopback"] = "true",
        ["Feeds__Key"] = HubClient.FeedKey,
        ["Hub__Proxies"] = "127.0.0.0/8",
    };

    private static async Task AddAsync(string data, string login, string name, string role)
    {
        var added = await HubProcess.RunAsync(
            SecretNight.Password, new Dictionary<string, string?>(), "staff", "add", "--login", login, "--name", name, "--role", role, "--password-stdin", "--data", data, "--config", Repository.Config);
        Assert.True(added.Status == 0, added.Error);
    }
}
