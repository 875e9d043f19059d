using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>
/// Tells the announced tests whose moment has come and whose present version is released: each once, however often it is looked at. One that
/// meets an obstacle is not sent, and that is written down.
/// </summary>
internal sealed class TestMaker(BousaiDbContext db, WardPack pack, TestObstacles obstacles, TimeProvider clock)
{
    /// <summary>Whether there is one to tell or to give up.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken) => (await DueAsync(cancellationToken)).Count > 0;

    /// <summary>Adds them in the context; nothing is committed or sent here.</summary>
    /// <returns>The facts to commit.</returns>
    public async Task<IReadOnlyList<Fact>> TellAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var facts = new List<Fact>();
        foreach (var standing in await DueAsync(cancellationToken))
        {
            var obstacle = await obstacles.FindAsync(standing, cancellationToken);
            var relay = Relay.OfTest(Guid.CreateVersion7(now), standing, now);
            db.Add(relay);
            if (obstacle is null)
            {
                facts.Add(new Relayed(relay, standing, Actor.Hub, now));
            }
            else
            {
                relay.Drop();
                facts.Add(new RelayDropped(relay, standing, obstacle, Actor.Hub, now));
            }
        }

        return facts;
    }

    private async Task<IReadOnlyList<StandingRule>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = new List<StandingRule>();
        foreach (var rule in pack.Relays.Tests.Values.Where(rule => rule.Test!.Judge(now) != TestMoment.NotYet))
        {
            var @event = rule.Test!.EventName();
            if (await db.StandingRules.AsNoTracking().SingleOrDefaultAsync(
                    row => row.RuleId == rule.Id && row.State == StandingRuleState.Released && row.Hash == rule.Version, cancellationToken) is { } standing
                && !await db.Relays.AnyAsync(relay => relay.RuleId == rule.Id && relay.Event == @event, cancellationToken))
            {
                due.Add(standing);
            }
        }

        return due;
    }
}
