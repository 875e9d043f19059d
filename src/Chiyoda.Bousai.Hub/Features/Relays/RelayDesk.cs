using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>The steps that staff take with a version of a rule: load, decide, commit.</summary>
internal sealed class RelayDesk(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    private const string Overtaken = "内容が変わったため";

    /// <summary>A person submits the version that stands in the pack. One of an earlier content that is still on its way can never be released,
    /// and is given up with it.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="hash">The version that the person saw.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    public Task<Outcome<StandingRule>> SubmitAsync(string ruleId, string hash, Actor actor, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<StandingRule>>(
        async () =>
        {
            if (pack.Relays.Find(ruleId) is not { } rule)
            {
                return RelayRefusals.UnknownRule;
            }

            if (rule.Version != hash)
            {
                return RelayRefusals.ContentChanged;
            }

            var open = await db.StandingRules.Where(row => row.RuleId == ruleId
                && (row.State == StandingRuleState.Submitted || row.State == StandingRuleState.Decided || row.State == StandingRuleState.Released)).ToListAsync(cancellationToken);
            if (open.Exists(row => row.Hash == hash))
            {
                return RelayRefusals.AlreadySubmitted;
            }

            var now = Now();
            var facts = new List<Fact>();
            foreach (var overtaken in open.Where(row => row.State != StandingRuleState.Released))
            {
                if (!overtaken.Revoke(overtaken.Version, Overtaken, now).TryGet(out _, out var refusal))
                {
                    return refusal;
                }

                facts.Add(new RelayRuleRevoked(overtaken, actor, now));
            }

            var submitted = StandingRule.Submit(Guid.CreateVersion7(now), rule, PersonOf(actor), now);
            db.Add(submitted);
            facts.Add(new RelayRuleSubmitted(submitted, actor, now));
            await db.CommitAsync(facts, cancellationToken);
            return submitted;
        },
        cancellationToken);

    public async Task<Outcome<StandingRule>> DecideAsync(Guid id, int version, DecisionNote note, Actor actor, CancellationToken cancellationToken)
    {
        if (pack.Authorities.FirstOrDefault(candidate => candidate.Id == note.AuthorityId) is not { } authority)
        {
            return RelayRefusals.UnknownAuthority;
        }

        var now = Now();
        var decision = new Decision(
            Guid.CreateVersion7(now), authority.Id, authority.Office, authority.Holder, authority.Basis, note.Means,
            note.At, note.Words.Trim(), note.HeardBy.Trim() is { Length: > 0 } heard ? heard : actor.Name, PersonOf(actor), now);
        return await StepAsync(id, rule => rule.Decide(version, decision, authority), rule => [new RelayRuleDecided(rule, actor, now)], cancellationToken);
    }

    /// <summary>The second person releases the version that stands in the pack; the one that told until now gives its place up.</summary>
    public Task<Outcome<StandingRule>> ReleaseAsync(Guid id, int version, Actor actor, CancellationToken cancellationToken) => db.RepeatAsync<Outcome<StandingRule>>(
        async () =>
        {
            if (await db.StandingRules.FindAsync([id], cancellationToken) is not { } rule)
            {
                return RelayRefusals.UnknownRule;
            }

            if (pack.Relays.Find(rule.RuleId)?.Version != rule.Hash)
            {
                return RelayRefusals.ContentChanged;
            }

            var now = Now();
            if (!rule.Release(version, PersonOf(actor), now).TryGet(out _, out var refusal))
            {
                return refusal;
            }

            var facts = new List<Fact>();
            var earlier = await db.StandingRules.AsNoTracking()
                .SingleOrDefaultAsync(row => row.RuleId == rule.RuleId && row.State == StandingRuleState.Released, cancellationToken);
            if (earlier is not null)
            {
                // Written by ReplacedRuleRecorder, before the new version.
                earlier.Replace(now);
                facts.Add(new RelayRuleReplaced(earlier, actor, now));
            }

            facts.Add(new RelayRuleReleased(rule, actor, now));
            await db.CommitAsync(facts, cancellationToken);
            return rule;
        },
        cancellationToken);

    public Task<Outcome<StandingRule>> RevokeAsync(Guid id, int version, string reason, Actor actor, CancellationToken cancellationToken)
    {
        var now = Now();
        return StepAsync(id, rule => rule.Revoke(version, reason, now), rule => [new RelayRuleRevoked(rule, actor, now)], cancellationToken);
    }

    private Task<Outcome<StandingRule>> StepAsync(
        Guid id, Func<StandingRule, Outcome<StandingRule>> step, Func<StandingRule, IReadOnlyList<Fact>> facts, CancellationToken cancellationToken) =>
        db.RepeatAsync<Outcome<StandingRule>>(
            async () =>
            {
                if (await db.StandingRules.FindAsync([id], cancellationToken) is not { } rule)
                {
                    return RelayRefusals.UnknownRule;
                }

                if (!step(rule).TryGet(out _, out var refusal))
                {
                    return refusal;
                }

                await db.CommitAsync(facts(rule), cancellationToken);
                return rule;
            },
            cancellationToken);

    private static Guid PersonOf(Actor actor) =>
        actor.PersonId ?? throw new InvalidOperationException("Only a person takes a step with a rule.");

    private DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();
}
