using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>A round of calls was begun, or facilities were added to it.</summary>
/// <param name="List">The round.</param>
/// <param name="Calls">The calls that were added by this step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CallsListed(CallList List, IReadOnlyList<FacilityCall> Calls, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => List.Subject == CallSubject.Criterion ? "facilities.calls-proposed" : "facilities.calls-listed";

    /// <inheritdoc/>
    public override Guid SubjectId => List.Id;

    /// <inheritdoc/>
    public override object AfterImage => new { List, Added = Calls.Select(call => call.FacilityId) };

    /// <inheritdoc/>
    public override string Summary => $"{(List.Subject == CallSubject.Criterion ? "施設への連絡の案を作成" : "施設への連絡を開始")}: {List.Title}（{Calls.Count}施設{(List.Round > 1 ? $"、第{List.Round}回" : string.Empty)}）";
}

/// <summary>What came of calling one facility was noted.</summary>
/// <param name="Call">The call after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public sealed record CallNoted(FacilityCall Call, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "facilities.call-noted";

    /// <inheritdoc/>
    public override Guid SubjectId => Call.Id;

    /// <inheritdoc/>
    public override object AfterImage => Call;

    /// <inheritdoc/>
    public override string Summary => $"施設への連絡: {Call.Name}（{Call.Kind.Word()}） {Call.State.Word()}{(Call.Note.Length > 0 ? $"「{Call.Note}」" : string.Empty)}";
}
