using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Tasks;

/// <summary>Makes, in the transaction of an act, what the act makes somebody do, and lets fall away what it made idle.</summary>
public sealed class TaskRecorder(WardPack pack, TimeProvider clock) : IFactRecorder
{
    public async Task RecordAsync(BousaiDbContext db, IReadOnlyList<Fact> facts, CancellationToken cancellationToken)
    {
        if (pack.Tasks.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        foreach (var fact in facts)
        {
            switch (fact)
            {
                case OrderFact changed:
                    int[] levels = [.. new[] { changed.Release.Before, changed.Order.Measure }.OfType<Measure>().Select(measure => measure.Level ?? 4)];
                    var made = RulesFor(CameBack(db, changed) ? TaskTrigger.OrderIssued : TaskTriggers.Of(fact), levels);
                    await EndAsync(db, changed.Order.Id, task => !changed.Order.IsInForce || made.Exists(rule => rule.Made(task.RuleId)), now, cancellationToken);
                    (string, string)[] shelters = [.. pack.Shelters.Where(shelter => changed.Order.Measure.Shelters.Contains(shelter.Id, StringComparer.Ordinal)).Select(shelter => (shelter.Id, shelter.Name))];
                    db.AddRange(made.SelectMany(rule => rule.For(shelters)).Select(rule => StaffTask.For(Guid.CreateVersion7(now), rule, changed.Order, now)));
                    break;
                case TranscriptEntered { Entry: var entry } typed:
                    await FinishAsync(
                        db, rule => rule.Transcript == entry.TranscriptId, entry.OrderId, 1, entry.OrderVersion, typed.Actor, $"第{entry.OrderVersion}版の転記の記録により", now, cancellationToken);
                    break;
                case OrderReported { Report: var report } told:
                    // What was reported of a version stands for what the same duty asked of those before; another duty of theirs is still due.
                    var note = $"第{report.OrderVersion}版を{report.Means.Word()}で {report.HeardBy} へ";
                    await FinishAsync(db, rule => rule.Reports == report.Duty, report.OrderId, 1, report.OrderVersion, told.Actor, note, now, cancellationToken);
                    await FinishAsync(db, rule => rule.Reports is not null, report.OrderId, report.OrderVersion, report.OrderVersion, told.Actor, note, now, cancellationToken);
                    break;
                case ShelterReported { Status: { State: ShelterOpening.Open or ShelterOpening.Full } status } opened:
                    var ids = pack.Tasks.Where(rule => rule.IsPerShelter).Select(rule => rule.ForOne(status.ShelterId)).ToList();

                    // A report of how it was before the order does not open the door for it.
                    foreach (var task in await db.StaffTasks
                        .Where(task => task.State == StaffTaskState.Open && ids.Contains(task.RuleId) && task.CreatedAt <= status.AsOf).ToListAsync(cancellationToken))
                    {
                        _ = task.Finish(task.Version, opened.Actor.Name, "開設の報告により", now);
                    }

                    break;
                case OrderGaveUpAreas { Order.IsInForce: false } replaced:
                    await EndAsync(db, replaced.Order.Id, _ => true, now, cancellationToken);
                    break;
                case CallsListed { List: { Subject: CallSubject.Criterion } list }:
                    db.AddRange(RulesFor(TaskTriggers.Of(fact), []).Select(rule => StaffTask.For(Guid.CreateVersion7(now), rule, list, now)));
                    break;
                case IncidentFact act:
                    await EndAsync(db, act.Incident.Id, _ => true, now, cancellationToken);
                    db.AddRange(RulesFor(TaskTriggers.Of(fact), []).Select(rule => StaffTask.For(Guid.CreateVersion7(now), rule, act.Incident, now)));
                    break;
            }
        }
    }

    /// <summary>An end that was a mistake let its tasks fall away: all of an issue are to be done again.</summary>
    private static bool CameBack(BousaiDbContext db, OrderFact told) =>
        told is OrderCorrected && db.Entry(told.Order).Property(order => order.State).OriginalValue != OrderState.Issued;

    private List<TaskRule> RulesFor(TaskTrigger? made, IReadOnlyList<int> levels) =>
        made is { } trigger ? [.. pack.Tasks.Where(rule => rule.IsMadeBy(trigger, levels))] : [];

    /// <summary>What was typed or reported of a version, for this and those before it from the first that it stands for.</summary>
    private async Task FinishAsync(
        BousaiDbContext db, Func<TaskRule, bool> isDone, Guid orderId, int first, int version, Actor actor, string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = pack.Tasks.Where(isDone).Select(rule => rule.Id).ToList();
        foreach (var task in await db.StaffTasks
            .Where(task => task.SubjectId == orderId && task.SubjectVersion >= first && task.SubjectVersion <= version && task.State == StaffTaskState.Open && rules.Contains(task.RuleId))
            .ToListAsync(cancellationToken))
        {
            _ = task.Finish(task.Version, actor.Name, note, now);
        }
    }

    /// <summary>What an act does not make anew, and does not end, is still to be done: the shelters of an order that was widened are not open by that.</summary>
    private static async Task EndAsync(BousaiDbContext db, Guid subjectId, Func<StaffTask, bool> isIdle, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var task in await db.StaffTasks.Where(task => task.SubjectId == subjectId && task.State == StaffTaskState.Open && task.EndsWithSubject)
            .ToListAsync(cancellationToken))
        {
            if (isIdle(task))
            {
                task.FallAway(now);
            }
        }
    }
}
