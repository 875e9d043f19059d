using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>
/// Turns a change of the warnings in force into relays: under each rule whose present version is released, one for each event that
/// changed for those who hear of it.
/// </summary>
internal sealed class RelayMaker(BousaiDbContext db, WardPack pack, TimeProvider clock)
{
    /// <summary>Adds relays in the context; nothing is committed or sent here.</summary>
    /// <param name="before">Warnings in force before the telegram, without what only a late one states.</param>
    /// <param name="after">The same after it.</param>
    /// <param name="telegram">The telegram.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts to commit with the change.</returns>
    public async Task<IReadOnlyList<Fact>> TellAsync(
        IReadOnlyList<HazardWarning> before, IReadOnlyList<HazardWarning> after, StoredTelegram telegram, CancellationToken cancellationToken)
    {
        if (pack.Relays.Rules.Count == 0 || telegram is not { Status: { } status, InfoType: var infoType })
        {
            return [];
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        var sources = await SourcesAsync([.. before, .. after], cancellationToken);
        var released = await ReleasedAsync(cancellationToken);
        var facts = new List<Fact>();
        foreach (var rule in pack.Relays.Rules.Values)
        {
            var was = Grades(rule, before, sources, status);
            var holds = Grades(rule, after, sources, status);
            foreach (var @event in was.Keys.Union(holds.Keys, StringComparer.Ordinal))
            {
                var (grade, warning) = holds.GetValueOrDefault(@event);
                var wasGrade = was.GetValueOrDefault(@event).Grade;
                var lastTold = await LastAsync(rule.Id, @event, toldOnly: true, cancellationToken);
                var standing = released.GetValueOrDefault(rule.Version);
                var news = standing is null ? null : RelayJudge.Judge(rule, lastTold, wasGrade, grade, infoType ?? InfoType.Issue, now);
                if (news is not null && standing is not null)
                {
                    facts.Add(await AddAsync(standing, @event, news, lastTold, telegram, warning, now, mayWait: true, cancellationToken));
                }
                else if (lastTold is { Grade: > 0, IsOver: false } && (wasGrade == 0 || grade == 0))
                {
                    // It went out of force and nobody was told: what comes next is new.
                    lastTold.End();
                }
            }
        }

        return facts;
    }

    /// <summary>In the morning: what was held at night is told if it still holds, or dropped.</summary>
    /// <param name="inForce">What is in force; <see langword="null"/> when that is not known: then it waits an hour for the sources.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts to commit.</returns>
    public async Task<IReadOnlyList<Fact>> TellHeldAsync(IReadOnlyList<HazardWarning>? inForce, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        if (RelayNight.Covers(now) || (inForce is null && RelayNight.MayStillWait(now)))
        {
            return [];
        }

        var held = await db.Relays.Where(relay => relay.State == RelayState.Held).OrderBy(relay => relay.CreatedAt).ToListAsync(cancellationToken);
        var released = await ReleasedAsync(cancellationToken);
        var sources = await SourcesAsync(inForce ?? [], cancellationToken);
        var facts = new List<Fact>();
        foreach (var waiting in held.GroupBy(relay => (relay.RuleId, relay.Event)))
        {
            var newest = waiting.MaxBy(relay => relay.Number)!;
            foreach (var each in waiting)
            {
                each.Drop();
            }

            var rule = pack.Relays.Rules.GetValueOrDefault(newest.RuleId);
            var standing = rule is null ? null : released.GetValueOrDefault(rule.Version);
            if (standing is null || rule is null || inForce is null)
            {
                facts.Add(await DroppedAsync(newest, standing is null ? "定めが発効していません" : "今の状態を確かめられません", now, cancellationToken));
                continue;
            }

            var telegram = await db.Telegrams.AsNoTracking().SingleAsync(row => row.Id == newest.TelegramId, cancellationToken);
            var (grade, warning) = Grades(rule, inForce, sources, telegram.Status).GetValueOrDefault(newest.Event);
            var lastTold = await LastAsync(rule.Id, newest.Event, toldOnly: true, cancellationToken);
            if (RelayJudge.InTheMorning(rule, lastTold, newest, grade) is { } news)
            {
                facts.Add(await AddAsync(standing, newest.Event, news, lastTold, telegram, warning, now, mayWait: false, cancellationToken));
            }
            else
            {
                facts.Add(await DroppedAsync(newest, "朝までに変わりました", now, cancellationToken));
            }
        }

        return facts;
    }

    private async Task<Fact> AddAsync(
        StandingRule standing, string @event, RelayNews news, Relay? lastTold, StoredTelegram telegram, HazardWarning? warning, DateTimeOffset now,
        bool mayWait, CancellationToken cancellationToken)
    {
        var newest = await LastAsync(standing.RuleId, @event, toldOnly: false, cancellationToken);
        var relay = Relay.Of(
            Guid.CreateVersion7(now), standing, @event, news, newest, lastTold, telegram.Id, warning?.ReportedAt ?? telegram.ReportedAt ?? telegram.ReceivedAt,
            warning?.ValidUntil, now, mayWait && RelayJudge.WaitsForMorning(standing.Rule, news, now));
        db.Add(relay);
        return relay.State switch
        {
            RelayState.Told => new Relayed(relay, standing, Actor.Hub, now),
            RelayState.Held => new RelayHeld(relay, standing, Actor.Hub, now),
            _ => new RelayDropped(relay, standing, "夜間に送らない定めです", Actor.Hub, now),
        };
    }

    private async Task<Fact> DroppedAsync(Relay relay, string reason, DateTimeOffset now, CancellationToken cancellationToken) => new RelayDropped(
        relay, await db.StandingRules.AsNoTracking().SingleAsync(rule => rule.Id == relay.StandingRuleId, cancellationToken), reason, Actor.Hub, now);

    /// <summary>The strongest of each event that a rule looks at, in one status: drills never stand beside what is meant in earnest.</summary>
    private static Dictionary<string, (int Grade, HazardWarning? Warning)> Grades(
        RelayRule rule, IReadOnlyList<HazardWarning> warnings, IReadOnlyDictionary<Guid, TelegramSource> sources, TelegramStatus? status) => warnings
        .Where(warning => sources.TryGetValue(warning.TelegramId, out var source) && source.Status == status && rule.LooksAt(warning, source.Type))
        .Select(warning => (Grade: rule.Scale.GradeOf(warning), Warning: (HazardWarning?)warning))
        .Where(graded => graded.Grade > 0)
        .GroupBy(graded => $"{status}:{WarningScale.EventOf(graded.Warning!)}", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.MaxBy(graded => graded.Grade), StringComparer.Ordinal);

    private async Task<IReadOnlyDictionary<Guid, TelegramSource>> SourcesAsync(IReadOnlyList<HazardWarning> warnings, CancellationToken cancellationToken)
    {
        var ids = warnings.Select(warning => warning.TelegramId).Distinct().ToList();
        return await db.Telegrams.AsNoTracking().Where(telegram => ids.Contains(telegram.Id))
            .Select(telegram => new TelegramSource(telegram.Id, telegram.Type, telegram.Status))
            .ToDictionaryAsync(source => source.Id, cancellationToken);
    }

    /// <summary>Released versions by hash: a file that was changed since has another, and finds none.</summary>
    private async Task<IReadOnlyDictionary<string, StandingRule>> ReleasedAsync(CancellationToken cancellationToken) => await db.StandingRules
        .AsNoTracking().Where(rule => rule.State == StandingRuleState.Released).ToDictionaryAsync(rule => rule.Hash, StringComparer.Ordinal, cancellationToken);

    private Task<Relay?> LastAsync(string ruleId, string @event, bool toldOnly, CancellationToken cancellationToken) => db.Relays
        .Where(relay => relay.RuleId == ruleId && relay.Event == @event && (!toldOnly || relay.State == RelayState.Told))
        .OrderByDescending(relay => relay.Number)
        .FirstOrDefaultAsync(cancellationToken);

    private sealed record TelegramSource(Guid Id, string Type, TelegramStatus? Status);
}
