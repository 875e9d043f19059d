using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Cli;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>Plays the telegrams of a scenario into this hub over its own HTTP door, moved to now, as 訓練; then keeps the source alive.</summary>
internal sealed class ScenarioPlayer(ExerciseScenario scenario, IOptions<FeedsOptions> feeds, TimeProvider clock)
{
    public async Task PlayAsync(Uri hub, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = hub };
        var sender = new TelegramSender(http, feeds.Value.Key);
        var beating = sender.BeatAsync(clock, cancellationToken);
        var started = clock.GetTimestamp();
        foreach (var step in scenario.Steps.OrderBy(step => step.After))
        {
            var wait = step.After - clock.GetElapsedTime(started);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }

            var octets = await File.ReadAllBytesAsync(step.File, cancellationToken);
            await sender.SendAsync(Restamp.Apply(octets, clock.GetUtcNow()), TelegramSender.Sha256(octets), cancellationToken);
        }

        ConsoleLine.Write(clock, "シナリオの電文はすべて再生しました。解除までの操作は画面で続けられます（終了は Ctrl+C）");
        await beating;
    }
}

/// <summary>One line of the exercise on the console, with its time.</summary>
internal static class ConsoleLine
{
    public static void Write(TimeProvider clock, string text) => Write(clock.GetUtcNow(), text);

    public static void Write(DateTimeOffset at, string text) => Console.WriteLine($"{at.ToJapan():HH:mm:ss.fff} {text}");
}
