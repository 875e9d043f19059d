using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Backups;

/// <summary>This database is a restored copy: what happened after the moment of the backup is not in it.</summary>
/// <param name="Manifest">Of the file.</param>
/// <param name="Held">How many dispatches were held.</param>
/// <param name="OccurredAt">When it was restored.</param>
internal sealed record BackupRestored(BackupManifest Manifest, int Held, DateTimeOffset OccurredAt) : Fact(Actor.Hub, OccurredAt)
{
    public const string Name = "hosting.restored";

    public override string Kind => Name;

    public override Guid SubjectId { get; } = Guid.CreateVersion7(OccurredAt);

    public override string Summary =>
        $"バックアップから復元: {MomentOf(Manifest)}時点の記録{Manifest.Chronology.Entries}件。それより後のことは入っていません。未完了の配信{Held}件を保留";

    public override object AfterImage => new { Manifest.TakenAt, Manifest.Version, Manifest.Chronology.Entries, Manifest.Chronology.Head, Held };

    public static string MomentOf(BackupManifest manifest) =>
        manifest.TakenAt.ToJapan().ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture);
}
