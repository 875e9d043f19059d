using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>One hub for a class whose tests only read, or make what they read.</summary>
public sealed class SharedHub : IAsyncLifetime
{
    internal RunningHub Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await RunningHub.StartAsync();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
