using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>A step of a version of a rule; the after-image is the whole version with its words.</summary>
/// <param name="Rule">The version after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public abstract record StandingRuleFact(StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Rule.Id;

    /// <inheritdoc/>
    public override object AfterImage => Rule;

    /// <summary>Name and the beginning of the hash, for a line.</summary>
    protected string About => $"{Rule.Rule.Name}（版 {Rule.Hash[..8]}）";
}

/// <summary>A version was submitted.</summary>
/// <inheritdoc cref="StandingRuleFact"/>
public sealed record RelayRuleSubmitted(StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : StandingRuleFact(Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.rule-submitted";

    /// <inheritdoc/>
    public override string Summary => $"伝達の定めを提出: {About}";
}

/// <summary>A decision on a version was recorded.</summary>
/// <inheritdoc cref="StandingRuleFact"/>
public sealed record RelayRuleDecided(StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : StandingRuleFact(Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.rule-decided";

    /// <inheritdoc/>
    public override string Summary => $"伝達の定めを決裁: {About} {Rule.Decision!.Office}（{Rule.Decision.At.Clock()}、聞取り {Rule.Decision.HeardBy}）";
}

/// <summary>A second person released a version: from here on it tells.</summary>
/// <inheritdoc cref="StandingRuleFact"/>
public sealed record RelayRuleReleased(StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : StandingRuleFact(Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.rule-released";

    /// <inheritdoc/>
    public override string Summary => $"伝達の定めが発効: {About}";
}

/// <summary>A newer version took the place of one.</summary>
/// <inheritdoc cref="StandingRuleFact"/>
public sealed record RelayRuleReplaced(StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : StandingRuleFact(Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.rule-replaced";

    /// <inheritdoc/>
    public override string Summary => $"伝達の定めを新しい版に置換え: {About}";
}

/// <summary>A version was revoked: what it had not finished telling stops.</summary>
/// <inheritdoc cref="StandingRuleFact"/>
public sealed record RelayRuleRevoked(StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : StandingRuleFact(Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.rule-revoked";

    /// <inheritdoc/>
    public override string Summary => $"伝達の定めを取りやめ: {About} 理由: {Rule.Note}";
}

/// <summary>A change of what is in force met a released rule.</summary>
/// <param name="Relay">The change.</param>
/// <param name="Rule">The version of the rule.</param>
/// <param name="Actor">Who did it: nobody but the hub.</param>
/// <param name="OccurredAt">When.</param>
public abstract record RelayFact(Relay Relay, StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Relay.Id;

    /// <inheritdoc/>
    public override object AfterImage => Relay;

    /// <summary>What happened, for a line.</summary>
    protected string About
    {
        get
        {
            var wording = Rule.Rule.Wordings["ja"];
            return wording.Say("ja", Relay.Change, Relay.Grade, Relay.Previous, Relay.ReportedAt).Title;
        }
    }
}

/// <summary>It goes out, in the transaction of this fact.</summary>
/// <inheritdoc cref="RelayFact"/>
public sealed record Relayed(Relay Relay, StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : RelayFact(Relay, Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.relayed";

    /// <inheritdoc/>
    public override string Summary => $"伝達: {About}（定め: {Rule.Rule.Name}）";
}

/// <summary>The rule's night held it until the morning.</summary>
/// <inheritdoc cref="RelayFact"/>
public sealed record RelayHeld(Relay Relay, StandingRule Rule, Actor Actor, DateTimeOffset OccurredAt) : RelayFact(Relay, Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.held";

    /// <inheritdoc/>
    public override string Summary => $"夜間のため朝まで保留: {About}（定め: {Rule.Rule.Name}）";
}

/// <summary>It is not told: by the rule's night, or because it did not hold any more in the morning.</summary>
/// <param name="Relay">The change.</param>
/// <param name="Rule">The version of the rule.</param>
/// <param name="Reason">Why, in Japanese.</param>
/// <param name="Actor">The hub.</param>
/// <param name="OccurredAt">When.</param>
public sealed record RelayDropped(Relay Relay, StandingRule Rule, string Reason, Actor Actor, DateTimeOffset OccurredAt)
    : RelayFact(Relay, Rule, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "relays.dropped";

    /// <inheritdoc/>
    public override string Summary => $"伝達しません: {About} 理由: {Reason}";
}
