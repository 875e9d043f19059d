using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>Tells the workers of this process that a page may be due. A missed ring costs at most the sweeper's interval.</summary>
public sealed class WorkBell
{
    private readonly Doorbell _bell = new();

    public Task Next => _bell.Next;

    public void Ring() => _bell.Ring();
}
