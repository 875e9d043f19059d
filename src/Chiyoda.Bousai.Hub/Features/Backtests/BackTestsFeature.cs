namespace Chiyoda.Bousai.Hub.Features.Backtests;

/// <summary>Criteria tried on telegrams of the past. Nothing is written into what is live, and nothing is sent.</summary>
internal static class BackTestsFeature
{
    public static void AddBacktests(this IServiceCollection services)
    {
        services.AddSingleton<BackTestTurn>();
        services.AddScoped<BackTestDesk>();
    }
}

/// <summary>One back-test at a time on a node: the hub itself goes first.</summary>
internal sealed class BackTestTurn : IDisposable
{
    private readonly SemaphoreSlim _free = new(1);

    /// <returns>Whether the turn was free; then it is to be given back.</returns>
    public bool TryTake() => _free.Wait(TimeSpan.Zero);

    public void GiveBack() => _free.Release();

    public void Dispose() => _free.Dispose();
}
