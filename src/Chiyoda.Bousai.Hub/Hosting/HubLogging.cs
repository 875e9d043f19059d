using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Console;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>
/// Where the log goes and what may stand in it. Ours holds ids and counts (design rule 14) and may be as talkative as settings
/// want. Frameworks write addresses of requests, of clients and of push services, and what a request failed with; in an address
/// of ours stands a secret. So they are heard from Warning on, whatever the settings say, and scopes, which carry the path of the
/// request to every line, are never written.
/// </summary>
internal static class HubLogging
{
    private const string Ours = "Chiyoda.Bousai";

    private const LogLevel LeastOfOthers = LogLevel.Warning;

    /// <param name="logging">The host's.</param>
    /// <param name="settings">Section <c>Logging</c>.</param>
    /// <param name="isTold">Whether a scenario tells its steps on the console: the story in the log would tell each of them twice.</param>
    public static void Configure(ILoggingBuilder logging, IConfigurationSection settings, bool isTold)
    {
        logging.ClearProviders();

        // Before the console is added: what settings say comes after and wins.
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(simple => (simple.SingleLine, simple.TimestampFormat) = (true, "HH:mm:ss "));
        logging.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
            json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        logging.AddConsole();
        logging.Services.PostConfigure<SimpleConsoleFormatterOptions>(simple => simple.IncludeScopes = false);
        logging.Services.PostConfigure<JsonConsoleFormatterOptions>(json => (json.IncludeScopes, json.JsonWriterOptions) = (false, json.JsonWriterOptions with { Indented = false }));
        logging.Services.PostConfigure<ConsoleFormatterOptions>(plain => plain.IncludeScopes = false);

        logging.SetMinimumLevel(LogLevel.Information)
            .AddFilter(Ours, isTold ? LogLevel.Warning : LogLevel.Information)
            // A start that fails is told by the command line, in one line; a background service that dies is logged as critical.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Each failed try of a feed; ours is said once, when it begins.
            .AddFilter("Polly", LogLevel.Critical)
            .AddFilter("Microsoft.EntityFrameworkCore.Database", LogLevel.Critical)
            .AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical)

            // After the filters: of two rules for one category the later wins, and that is to be the one of the files.
            .AddConfiguration(settings);
        logging.Services.PostConfigure<LoggerFilterOptions>(QuietenOthers);
    }

    private static void QuietenOthers(LoggerFilterOptions filter)
    {
        for (var i = 0; i < filter.Rules.Count; i++)
        {
            var rule = filter.Rules[i];
            if (!IsOurs(rule.CategoryName) && (rule.LogLevel is null || rule.LogLevel < LeastOfOthers))
            {
                filter.Rules[i] = new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LeastOfOthers, rule.Filter);
            }
        }

        filter.MinLevel = filter.MinLevel < LeastOfOthers ? LeastOfOthers : filter.MinLevel;
    }

    private static bool IsOurs(string? category) =>
        category is not null && (category == Ours || category.StartsWith(Ours + ".", StringComparison.Ordinal));
}
