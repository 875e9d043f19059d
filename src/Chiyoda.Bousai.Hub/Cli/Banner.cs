using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>What the console ends with once the hub is ready: where it is, what is unknown and why, what to type next.</summary>
internal static class Banner
{
    public static async Task WriteAsync(IServiceProvider services, Uri hub, bool playsScenario)
    {
        var deployment = services.GetRequiredService<Deployment>();
        var pack = services.GetRequiredService<WardPack>();
        await using var scope = services.CreateAsyncScope();
        var knowledge = await services.GetRequiredService<SourceWatch>()
            .JudgeAsync(scope.ServiceProvider.GetRequiredService<BousaiDbContext>(), CancellationToken.None);

        var root = hub.AbsoluteUri;
        Console.WriteLine(deployment.IsExercise
            ? $"{pack.Ward.Name.Ja} 訓練モードで動作中（実災害の情報は扱いません）"
            : $"{pack.Ward.Name.Ja} 本番で動作中");
        foreach (var source in knowledge.Sources.Where(source => source.State != KnowledgeState.Known))
        {
            Console.WriteLine(source.HeardAt is { } heard
                ? $"不明: {source.Name} — {heard.Clock()} を最後に届いていません"
                : $"不明: {source.Name} — まだ一度も届いていません");
        }

        if (knowledge.MissingFamilies.Count > 0)
        {
            Console.WriteLine($"不明: 気象情報の全体 — 未受信の電文 {string.Join(' ', knowledge.MissingFamilies)}");
        }

        Console.WriteLine($"portal={root}");
        Console.WriteLine($"hq={root}hq");
        if (deployment.IsExercise)
        {
            Console.WriteLine($"desks={root}hq/desks");
            if (playsScenario)
            {
                Console.WriteLine("desks= をブラウザーで開き、上の author と releaser で入ると、一人で全部の役を演じられます（終了は Ctrl+C）");
            }
            else if (pack.Exercises.Keys.FirstOrDefault() is { } name)
            {
                Console.WriteLine($"訓練を始めるには: dotnet run --project src/Chiyoda.Bousai.Hub -- serve --scenario {name}");
            }
        }
    }
}
