using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>
/// What keeps an announced test from being sent at its moment: that it is not its moment any more, that it may have been sent already, or that «this is
/// no real disaster» would be wrong. What is real is what stops an exercise (design rule 3), as the public of this hub sees it.
/// </summary>
internal sealed class TestObstacles(
    BousaiDbContext db, Heartbeat heartbeat, WarningDesk warnings, EarthquakeReadings earthquakes, SourceWatch sources, Deployment deployment, TimeProvider clock)
{
    /// <returns>The obstacle in words; <see langword="null"/> when there is none.</returns>
    public async Task<string?> FindAsync(StandingRule standing, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var test = standing.Rule.Test!;
        return test.Judge(now) == TestMoment.TooLate ? "予告した時刻から1時間を過ぎました"
            : standing.ReleasedAt > test.At ? "発効したのは予告した時刻の後でした"
            : await heartbeat.MissedAsync(db, test.At, cancellationToken) ? "予告した時刻の後に、システムの停止か復元がありました。送信済みかどうか分かりません"
            : await FindRealAsync(now, cancellationToken);
    }

    private async Task<string?> FindRealAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Orders.AnyAsync(order => order.State == OrderState.Issued, cancellationToken))
        {
            return "避難情報が発令中です";
        }

        var inForce = await warnings.BoardAsync(now, TelegramStatus.Normal, cancellationToken);
        if (inForce.Any(warning => warning.Phenomenon == "tsunami"))
        {
            return "津波の情報が出ています";
        }

        if (inForce.Max(warning => warning.Level) is { } level and >= ExerciseOptions.RealFromLevel)
        {
            return $"警戒レベル{level}相当の気象情報が出ています";
        }

        if (await earthquakes.StrongestAsync(now - ExerciseOptions.RecentlyShaken, cancellationToken) is { } intensity and >= ExerciseOptions.RealFromIntensity)
        {
            return $"{IntensityWords.Japanese(intensity)}の地震から1日たっていません";
        }

        // An exercise has no sources of its own that would have to vouch for anything.
        return !deployment.IsExercise && await sources.JudgeAsync(db, cancellationToken) is not { State: KnowledgeState.Known, TsunamiState: KnowledgeState.Known }
            ? "気象や津波の情報の今の状態を確かめられません"
            : null;
    }
}
