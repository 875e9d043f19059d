namespace Chiyoda.Bousai.Hub.Live;

/// <summary>How many public pages hold a connection to this node now.</summary>
internal sealed class LivePresence
{
    private int _public;

    public int PublicConnections => Volatile.Read(ref _public);

    public void Came() => Interlocked.Increment(ref _public);

    public void Went() => Interlocked.Decrement(ref _public);
}
