using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Shelters;

/// <summary>Somebody reported how a place is.</summary>
/// <param name="Status">The place after the report.</param>
/// <param name="Name">Its name.</param>
/// <param name="Actor">Who reported.</param>
/// <param name="OccurredAt">When it was so.</param>
public sealed record ShelterReported(ShelterStatus Status, string Name, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "shelters.reported";

    /// <inheritdoc/>
    public override Guid SubjectId => ShelterStatus.SubjectOf(Status.ShelterId);

    /// <inheritdoc/>
    public override object AfterImage => Status;

    /// <inheritdoc/>
    public override Visibility Visibility => Visibility.Public;

    /// <inheritdoc/>
    public override string Summary => string.Create(
        CultureInfo.InvariantCulture, $"避難所: {Name} {Status.State.Word()}{(Status is { State: ShelterOpening.Open, FreePersons: { } free } ? $"（空き {free}人）" : string.Empty)}");
}

/// <summary>Words for <see cref="ShelterOpening"/>.</summary>
public static class ShelterOpenings
{
    /// <summary>What it is called.</summary>
    /// <param name="state">The state.</param>
    /// <returns>One word in Japanese.</returns>
    public static string Word(this ShelterOpening state) => state switch
    {
        ShelterOpening.Opening => "開設準備中",
        ShelterOpening.Open => "開設",
        ShelterOpening.Closed => "閉鎖",
        ShelterOpening.Full => "満員",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
