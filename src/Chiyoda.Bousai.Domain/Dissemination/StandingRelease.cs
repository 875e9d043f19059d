using Chiyoda.Bousai.Domain.Relays;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>
/// A change of what JMA announced, or an announced test, told under a version of a rule that was decided and released once. It cannot be made but from a
/// released version and a change that was told under it.
/// </summary>
public sealed record StandingRelease : Outgoing
{
    private StandingRelease(StandingRule rule, Relay relay)
        : base(relay.Id, relay.EpisodeId, rule.Rule.Areas, relay.ReportedAt)
    {
        StandingRuleId = rule.Id;
        Rule = rule.Rule;
        Change = relay.Change;
        Grade = relay.Grade;
        Previous = relay.Previous;
        ValidUntil = relay.ValidUntil;
    }

    /// <summary>The released version.</summary>
    public Guid StandingRuleId { get; }

    /// <summary>Its content, as it was decided.</summary>
    public RelayRule Rule { get; }

    /// <summary>What changed.</summary>
    public RelayChange Change { get; }

    /// <summary>What holds after it; 0 = nothing.</summary>
    public int Grade { get; }

    /// <summary>What was told before it; 0 = nothing.</summary>
    public int Previous { get; }

    /// <inheritdoc/>
    private protected override bool IsUrgent => Rule.Test is null && Grade > Previous && Rule.Scale.IsUrgent(Grade);

    /// <inheritdoc/>
    public override DateTimeOffset? ValidUntil { get; }

    /// <summary>Whether a subscription hears of it, apart from those who were told before in the same episode: they hear of every
    /// change that follows.</summary>
    /// <param name="places">Its area codes, or <see cref="Addressees.Everywhere"/>.</param>
    /// <param name="wishes">What it chose, see <see cref="RelayWishes"/>.</param>
    /// <returns>Whether it rose, is wanted, and a place lies in the areas. A test is for every device, whatever it chose: it tests whether a message arrives.</returns>
    public bool Concerns(IEnumerable<string> places, IReadOnlyList<string> wishes) => Rule.Test is not null
        || (Grade > Previous
            && RelayWishes.Want(wishes, Rule.Phenomenon, Grade)
            && (Areas.Contains(Addressees.Everywhere) || places.Any(place => place == Addressees.Everywhere || Areas.Contains(place))));

    /// <summary>Takes a release out of a released version and a change told under it.</summary>
    /// <param name="rule">The version.</param>
    /// <param name="relay">The change.</param>
    /// <returns>What may leave the house.</returns>
    /// <exception cref="InvalidOperationException">The version may not tell, or the change is not told or not its own.</exception>
    public static StandingRelease Of(StandingRule rule, Relay relay)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(relay);
        return rule.MayTell && relay.State == RelayState.Told && relay.StandingRuleId == rule.Id
            ? new StandingRelease(rule, relay)
            : throw new InvalidOperationException("Only what a released rule tells leaves the house.");
    }
}
