namespace Chiyoda.Bousai.Hub.Tests.Hq;

/// <summary>A clock that stands until a test moves it, so that times between steps are exact; timers run on.</summary>
internal sealed class StandingClock : TimeProvider
{
    private long _ticks = System.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan span) => Interlocked.Add(ref _ticks, span.Ticks);
}
