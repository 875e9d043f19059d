using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub replay</c>: hands stored telegrams to a hub in the order of their report times, with their own pauses at a speed, or without.</summary>
internal static class ReplayCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["to", "feed-key-file", "speed"], ["restamp"]);
        if (arguments.Words.Count == 0)
        {
            throw new UsageException("replay needs at least one file or folder");
        }

        if (!Uri.TryCreate(arguments.Require("to"), UriKind.Absolute, out var hub) || hub.Scheme is not ("http" or "https"))
        {
            throw new UsageException("--to is the URL of a hub, for example http://localhost:5080");
        }

        var speed = SpeedOf(arguments.Find("speed"));
        var clock = TimeProvider.System;
        using var http = new HttpClient { BaseAddress = hub, Timeout = TimeSpan.FromSeconds(60) };
        var sender = new TelegramSender(http, await KeyAsync(arguments));
        using var stop = new CancellationTokenSource();
        var beating = sender.BeatAsync(clock, stop.Token);
        var failed = await PlayAsync(arguments, speed, sender, clock);
        await stop.CancelAsync();
        await beating.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return failed == 0 ? 0 : 1;
    }

    private static async Task<int> PlayAsync(Arguments arguments, double? speed, TelegramSender sender, TimeProvider clock)
    {
        var failed = 0;
        DateTimeOffset? previous = null;
        foreach (var (file, octets, reportedAt) in await InOrderAsync(arguments.Words))
        {
            if (speed is { } factor && previous is { } before && reportedAt > before)
            {
                await Task.Delay((reportedAt - before) / factor, clock);
            }

            // What cannot be read has no time, and no pause follows it.
            previous = reportedAt == DateTimeOffset.MinValue ? previous : reportedAt;
            try
            {
                var sent = arguments.Has("restamp") ? Restamp.Apply(octets, clock.GetUtcNow()) : octets;
                var receipt = await sender.SendAsync(sent, ReferenceEquals(sent, octets) ? null : TelegramSender.Sha256(octets), CancellationToken.None);
                Console.WriteLine($"{clock.GetUtcNow().ToJapan():HH:mm:ss.fff} {Path.GetFileName(file)} {receipt.Outcome}");
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or InvalidDataException)
            {
                failed++;
                await Console.Error.WriteLineAsync($"{Path.GetFileName(file)}: {fault.Message}");
            }
        }

        return failed;
    }

    /// <summary>By report time; what cannot be read goes first, as it is: the hub must cope.</summary>
    private static async Task<IReadOnlyList<(string File, byte[] Octets, DateTimeOffset ReportedAt)>> InOrderAsync(IReadOnlyList<string> paths)
    {
        var found = new List<(string File, byte[] Octets, DateTimeOffset ReportedAt)>();
        foreach (var file in TelegramFiles.Find(paths))
        {
            var octets = await File.ReadAllBytesAsync(file);
            var at = JmaTelegramReader.Read(octets).TryGet(out var telegram, out _) ? telegram.Head.ReportedAt : DateTimeOffset.MinValue;
            found.Add((file, octets, at));
        }

        return [.. found.OrderBy(item => item.ReportedAt).ThenBy(item => item.File, StringComparer.Ordinal)];
    }

    /// <returns><see langword="null"/> = without pauses.</returns>
    private static double? SpeedOf(string? text) => text switch
    {
        null or "max" => null,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor > 0 => factor,
        _ => throw new UsageException("--speed is a number above 0, or max"),
    };

    private static async Task<string> KeyAsync(Arguments arguments) => arguments.Find("feed-key-file") is { } file
        ? (await File.ReadAllTextAsync(file)).Trim()
        : Environment.GetEnvironmentVariable("Feeds__Key")
            ?? throw new UsageException("--feed-key-file is missing (or set Feeds__Key)");
}
