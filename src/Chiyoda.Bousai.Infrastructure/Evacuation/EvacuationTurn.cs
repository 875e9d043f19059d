namespace Chiyoda.Bousai.Infrastructure.Evacuation;

/// <summary>
/// One row, moved by every act that judges all orders and proposals together: of two that judged at the same time, on whatever
/// node, the second finds it moved and judges anew (<see cref="Persistence.BousaiDbContext.RepeatAsync"/>).
/// </summary>
public sealed class EvacuationTurn
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long Version { get; set; }
}
