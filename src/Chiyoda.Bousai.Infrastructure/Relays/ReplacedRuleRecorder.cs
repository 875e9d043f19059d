using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Relays;

/// <summary>
/// Writes that a version of a rule gave its place up before the newer one is written as released: at most one of a rule tells, and a
/// database that checks each row as it comes would refuse the other order.
/// </summary>
public sealed class ReplacedRuleRecorder : IFactRecorder
{
    public async Task RecordAsync(BousaiDbContext db, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        foreach (var rule in facts.OfType<RelayRuleReplaced>().Select(replaced => replaced.Rule))
        {
            var written = await db.StandingRules.Where(row => row.Id == rule.Id && row.Version == rule.Version - 1).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.State, rule.State)
                    .SetProperty(row => row.EndedAt, rule.EndedAt)
                    .SetProperty(row => row.Version, rule.Version),
                cancellationToken);
            if (written == 0)
            {
                throw new DbUpdateConcurrencyException("The version that was to be replaced was changed meanwhile.");
            }
        }
    }
}
