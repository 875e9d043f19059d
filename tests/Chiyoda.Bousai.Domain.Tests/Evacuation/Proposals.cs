using Chiyoda.Bousai.Domain.Evacuation;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation;

/// <summary>Proposals brought to a state by the steps that staff take, never by setting it.</summary>
internal static class Proposals
{
    public static readonly DateTimeOffset At = new(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));

    public static readonly Guid Submitter = Guid.Parse("0197aa00-0000-7000-8000-000000000001");

    public static readonly Guid Releaser = Guid.Parse("0197aa00-0000-7000-8000-000000000002");

    public static readonly Authority Mayor = new(
        "mayor", "区長", null, "災害対策基本法60条1項", [3, 4, 5], Enum.GetValues<Hazard>());

    public static Measure Measure(
        int? level = 4, string areas = "1", string cause = "river", EvacuationAction action = EvacuationAction.GoUp, Hazard hazard = Hazard.Flood) =>
        new(hazard, cause, "川", level, action, Audience.Everyone, [.. areas.Split(' ')], "水位が上がったため");

    public static Decision Decision(DateTimeOffset? at = null) => new(
        Guid.NewGuid(), "mayor", "区長", null, "災害対策基本法60条1項", DecisionMeans.Telephone, at ?? At, "発令する", "当直", Submitter, At);

    public static ContactAttempt Attempt(string authority = "mayor", DateTimeOffset? at = null) =>
        new(authority, "区長", DecisionMeans.Telephone, at ?? At, "応答なし", Submitter, At);

    public static Proposal Draft(Measure? measure = null) => Proposal.ByRule(Guid.NewGuid(), measure ?? Measure(), [], At);

    public static Proposal In(ProposalState state, Measure? measure = null) => state switch
    {
        ProposalState.Draft => Draft(measure),
        ProposalState.Submitted => Take(In(ProposalState.Draft, measure), ProposalStep.Submit),
        ProposalState.Decided => Take(In(ProposalState.Submitted, measure), ProposalStep.Decide),
        ProposalState.Returned => Take(In(ProposalState.Submitted, measure), ProposalStep.Return),
        ProposalState.Rejected => Take(In(ProposalState.Submitted, measure), ProposalStep.Reject),
        ProposalState.Discarded => Take(In(ProposalState.Draft, measure), ProposalStep.Discard),
        ProposalState.Released => Take(In(ProposalState.Decided, measure), ProposalStep.Release),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };

    /// <summary>Tries a step as the person whose step it is.</summary>
    /// <returns>The code of the refusal, or an empty text when it was taken.</returns>
    public static string Try(Proposal proposal, ProposalStep step, int? version = null)
    {
        var on = version ?? proposal.Version;
        var outcome = step switch
        {
            ProposalStep.Submit => proposal.Submit(on, Submitter, At),
            ProposalStep.Decide => proposal.Decide(on, Decision(), Mayor),
            ProposalStep.Release => proposal.Release(on, Releaser, At),
            ProposalStep.Return => proposal.Return(on, "区域を確かめる"),
            ProposalStep.Reject => proposal.Reject(on, "要らない"),
            ProposalStep.Discard => proposal.Discard(on, "根拠がない"),
            ProposalStep.Revise => proposal.Revise(on, proposal.Measure with { Areas = [.. proposal.Measure.Areas, "9"] }),
            ProposalStep.Contact => proposal.NoteAttempt(on, Attempt()),
            ProposalStep.Withdraw => proposal.Withdraw(on, Submitter, "区域を誤った"),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Not a step."),
        };
        return outcome.TryGet(out _, out var refusal) ? string.Empty : refusal.Code;
    }

    private static Proposal Take(Proposal proposal, ProposalStep step)
    {
        Assert.Empty(Try(proposal, step));
        return proposal;
    }
}
