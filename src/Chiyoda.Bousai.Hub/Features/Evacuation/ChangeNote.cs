using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>What a person asks of an order in force. What is left out stays as it is.</summary>
/// <param name="Act">The act; not an issue.</param>
/// <param name="Reason">Why; for the chronology.</param>
internal sealed record ChangeNote(Act Act, string Reason)
{
    /// <summary>The areas: for a lift or a lowering those it is for; otherwise all that hold afterwards.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    public int? Level { get; init; }

    public EvacuationAction? Action { get; init; }

    public Audience? Audience { get; init; }

    /// <summary>The reason that the public reads.</summary>
    public string? PublicReason { get; init; }

    public IReadOnlyList<string>? Shelters { get; init; }

    public EndingGrounds? Grounds { get; init; }

    /// <summary>What is to hold, or for a lift and a void what ends.</summary>
    public Measure After(Measure before)
    {
        if (Act == Act.Void)
        {
            return before;
        }

        var inside = before with { Areas = Areas is { Count: > 0 } ? [.. Areas.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : before.Areas };
        return Act == Act.Lift
            ? inside
            : inside with
            {
                Level = Level ?? before.Level,
                Action = Action ?? before.Action,
                Audience = Audience ?? (Level is null || Level == before.Level ? before.Audience : AudienceRules.Usual(Level)),
                Reason = string.IsNullOrWhiteSpace(PublicReason) ? before.Reason : PublicReason.Trim(),
                Shelters = Shelters is null ? before.Shelters : [.. Shelters.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            };
    }
}
