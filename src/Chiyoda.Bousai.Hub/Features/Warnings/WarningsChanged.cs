using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Warnings;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>What is in force by one stream of telegrams is another than before.</summary>
/// <param name="Stream">The stream after the change.</param>
/// <param name="Issuer">The publishing office.</param>
/// <param name="IsShownToPublic">Whether the public pages show this stream: in live only what is meant in earnest, in an exercise everything.</param>
internal sealed record WarningsChanged(WarningStream Stream, string Issuer, bool IsShownToPublic)
    : Fact(Actor.Source(Issuer, "telegram"), Stream.ReportedAt)
{
    private const int MaxWords = 8;

    public override string Kind => "warnings.changed";

    public override Guid SubjectId => Stream.Id;

    public override Visibility Visibility => IsShownToPublic ? Visibility.Public : Visibility.Staff;

    public override object AfterImage => new { Stream.Key, Stream.Family, Stream.Status, Stream.ReportedAt, Stream.InForce };

    public override string Summary => Stream.InForce.Count == 0
        ? $"気象情報: {Issuer} {Stream.Family} 発表中のものなし"
        : $"気象情報: {List("、", Stream.InForce.Select(Words))}";

    private static string Words(HazardWarning warning) => $"{List("・", warning.Areas.Select(area => area.Name))} {warning.Kind}";

    /// <summary>A line that a person can read, whatever the telegram lists; the after-image holds all of it.</summary>
    private static string List(string between, IEnumerable<string> words)
    {
        var different = words.Distinct().ToList();
        var more = different.Count - MaxWords;
        return string.Join(between, different.Take(MaxWords)) + (more > 0 ? $"{between}ほか{more}件" : string.Empty);
    }
}
