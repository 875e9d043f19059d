using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Writes down the notices and calls that criteria propose: drafts and lists for people, from which nothing leaves the house.</summary>
internal sealed class AdviceMaker(BousaiDbContext db, WardPack pack, Deployment deployment, TimeProvider clock, ILogger<AdviceMaker> logger)
{
    private readonly AdviceRule _rule = new(pack.Criteria);

    /// <summary>Adds and discards in the context; nothing is committed here.</summary>
    /// <param name="before">What was observed before the change.</param>
    /// <param name="after">What is observed after it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The facts to commit with the change.</returns>
    public async Task<IReadOnlyList<Fact>> AdviseAsync(Observed before, Observed after, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToMicroseconds();
        var advice = _rule.Judge(before, after, now);
        if (advice is { Met.Count: 0, Ended.Count: 0 })
        {
            return [];
        }

        var open = await db.NoticeEditions
            .Where(edition => edition.State == NoticeEditionState.Draft || edition.State == NoticeEditionState.Submitted || edition.State == NoticeEditionState.Returned)
            .ToListAsync(cancellationToken);
        var facts = new List<Fact>();
        foreach (var draft in open.Where(edition => edition.IsProposed && edition.Grounds.All(ground => advice.Ended.Contains(ground.Id))))
        {
            if (draft.Discard(draft.Version, "根拠となる情報がなくなったため", now).TryGet(out var discarded, out _))
            {
                facts.Add(new NoticeDiscarded(discarded, Actor.Hub, now));
            }
        }

        // What is over before people read it tells nobody of what comes now.
        var soon = now + NoticeRules.LeastValid;
        var current = advice.Met.Count == 0 ? [] : await db.Notices.AsNoTracking()
            .Where(notice => notice.State == NoticeState.Published && notice.ValidUntil > soon).ToListAsync(cancellationToken);
        var standing = open.Where(edition => edition.IsOpen).Select(edition => edition.Content).Where(content => content.ValidUntil > soon)
            .Concat(current.Select(notice => notice.Content)).ToList();
        foreach (var result in advice.Met)
        {
            Fact? fact = result.Criterion.Proposes switch
            {
                ProposedNotice notice => Propose(notice, result, standing, now),
                ProposedCalls calls => Propose(calls, result, now),
                _ => throw new InvalidOperationException($"Nothing proposes {result.Criterion.Proposes.GetType().Name}."),
            };
            if (fact is not null)
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    /// <summary>A notice that says what is out already, or lies ready, is not proposed again.</summary>
    private NoticeProposed? Propose(ProposedNotice notice, CriterionResult result, List<NoticeContent> standing, DateTimeOffset now)
    {
        var zone = result.Criterion.ZoneId;
        var draft = new NoticeDraft(
            notice.Template,
            notice.Slots,
            zone == Criterion.Everywhere ? [NoticeContent.Everywhere] : [.. pack.Zones[zone].Areas.Select(area => area.Value)],
            now + pack.Notices.Templates[notice.Template].ValidFor);
        if (!NoticeRules.Write(draft, pack, deployment.Mode == HubMode.Live, now).TryGet(out var content, out var refusal))
        {
            // The warning itself must be worked out, whatever a template has become.
            EvacuationLog.NoticeNotWritten(logger, result.Criterion.Id, refusal.Code);
            return null;
        }

        if (standing.Exists(content.SaysTheSameAs))
        {
            return null;
        }

        standing.Add(content);
        var edition = NoticeEdition.Propose(
            Guid.CreateVersion7(now), Guid.CreateVersion7(now), content, pack.Notices.Tell(NoticeAct.Issue, content, string.Empty), result.Evidence(), now);
        db.Add(edition);
        return new NoticeProposed(edition, Actor.Hub, now);
    }

    private CallsListed? Propose(ProposedCalls proposed, CriterionResult result, DateTimeOffset now)
    {
        var concerned = FacilitySelection.Concerned(pack.Facilities, pack.Zones, result.Criterion.ZoneId, proposed.Audience);
        if (concerned.Count == 0)
        {
            EvacuationLog.NobodyToCall(logger, result.Criterion.Id);
            return null;
        }

        var list = CallList.Propose(Guid.CreateVersion7(now), $"{result.Criterion.Cause.Name.Ja}：{result.Observed}", result.Evidence(), now);
        FacilityCall[] calls = [.. concerned.Select(facility => FacilityCall.List(Guid.CreateVersion7(now), list.Id, facility))];
        db.Add(list);
        db.AddRange(calls.AsEnumerable());
        return new CallsListed(list, calls, Actor.Hub, now);
    }
}
