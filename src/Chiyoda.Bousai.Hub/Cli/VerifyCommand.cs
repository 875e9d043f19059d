using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub verify</c>: re-computes the chronology's chain; 0 when it is whole, 1 with the first broken sequence.</summary>
internal static class VerifyCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["mode", "config", "data"], []);
        await using var services = await HubHost.BuildForCommandAsync(CommandLine.Settings(arguments), mayCreate: false, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var verdict = await ChronologyVerifier.VerifyAsync(scope.ServiceProvider.GetRequiredService<BousaiDbContext>(), CancellationToken.None);
        Console.WriteLine(verdict);
        return verdict.BrokenSequence is null ? 0 : 1;
    }
}
