namespace Chiyoda.Bousai.TestHub;

/// <summary>The real clock, moved ahead at a word: days pass without every timer of the hub having to fire for them.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));

    public void Advance(TimeSpan span) => Interlocked.Add(ref _aheadTicks, span.Ticks);
}
