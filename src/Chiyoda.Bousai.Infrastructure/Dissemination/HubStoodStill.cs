using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>There was no sign of life for long: the hub stood still, or this database is a copy of an older time.</summary>
/// <param name="AliveAt">The last sign of life.</param>
/// <param name="Held">How many dispatches were held.</param>
/// <param name="OccurredAt">When it was noticed.</param>
internal sealed record HubStoodStill(DateTimeOffset AliveAt, int Held, DateTimeOffset OccurredAt) : Fact(Actor.Hub, OccurredAt)
{
    public const string Name = "hosting.stood-still";

    public override string Kind => Name;

    public override Guid SubjectId { get; } = Guid.CreateVersion7(OccurredAt);

    public override string Summary =>
        $"{AliveAt.ToJapan().ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture)}から{(int)(OccurredAt - AliveAt).TotalMinutes}分間、システムが止まっていました。未完了の配信{Held}件を保留";

    public override object AfterImage => new { AliveAt, Held };
}
