using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Notices;
using Chiyoda.Bousai.Hub.Features.Shelters;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Puts together what the public pages show, at one moment, from the database and the pack.</summary>
internal sealed class PortalComposer(
    BousaiDbContext db, WarningDesk warnings, EarthquakeReadings earthquakes, TsunamiReadings tsunami, UnconfirmedReports unconfirmed, SourceWatch sources, OrderTexts texts, OrderPapers papers, ShelterDesk shelters, WardPack pack, LiveHub live, Deployment deployment, TimeProvider clock)
{
    public async Task<PortalView> ComposeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // The head first: the view holds everything up to it, perhaps more, never less.
        var head = await db.Set<SpineHead>().AsNoTracking().SingleAsync(cancellationToken);
        var orders = await ListOrders.ReadAsync(db, now, cancellationToken);
        var decisions = await DecisionsBehind.ReadAsync(db, [.. orders], cancellationToken);
        var notices = await ListNotices.ReadAsync(db, now, cancellationToken);
        var knowledge = await sources.JudgeAsync(db, cancellationToken);
        var reports = await shelters.ReadAsync(cancellationToken);
        var inForce = await warnings.BoardAsync(now, TelegramStatus.Normal, cancellationToken);
        return new PortalView
        {
            Mode = deployment.Mode,
            RealEvent = (await live.SeeAsync(cancellationToken)).State == LiveState.Real ? live.Address("./") : null,
            Ward = pack.Ward,
            Areas = [.. pack.Areas.Values],
            AsOf = now,
            Sequence = head.Sequence,
            OrdersKnowledge = PortalKnowledge.Known,
            Orders = [.. orders.Where(order => order.IsInForce).Select(order => Of(order, reports, now) with { Announcement = AnnouncementOf(order, decisions) })],
            Ended = [.. orders.Where(order => !order.IsInForce).Select(order => Ended(order) with { Announcement = AnnouncementOf(order, decisions) })],
            Notices = [.. notices.Select(notice => Of(notice, now))],
            WarningsKnowledge = new PortalKnowledge(knowledge.State, knowledge.State == KnowledgeState.Known ? null : knowledge.AsOf),
            TsunamiKnowledge = new PortalKnowledge(knowledge.TsunamiState, knowledge.State == KnowledgeState.Known ? null : knowledge.AsOf),
            HeardSince = knowledge.HeardSince,
            Warnings = [.. inForce.Select(Of)],
            Sources = [.. knowledge.Sources.Select(source => new PortalSource(source.Name, source.State, source.HeardAt))],
            Earthquakes = await earthquakes.LatestAsync(cancellationToken),
            Tsunami = await tsunami.ReadAsync(inForce, cancellationToken),
            Unconfirmed = [.. (await unconfirmed.ListAsync(db, cancellationToken)).Select(item => new PortalUnconfirmed(item.Report, NameOf(item.SourceId), item.ReceivedAt))],
            Unknowns = [.. Unknowns(knowledge)],
        };
    }

    private PortalAnnouncement? AnnouncementOf(Order order, IReadOnlyDictionary<Guid, Proposal> decisions) =>
        papers.Write(papers.RecordOf(order, decisions)).FirstOrDefault(paper => paper.Duty == LegalDuty.Announcement) is { } paper
            ? new PortalAnnouncement(paper.Title, paper.Sentence, paper.Issuer, paper.At)
            : null;

    private PortalOrder Of(Order order, IReadOnlyDictionary<string, ShelterReport> reports, DateTimeOffset now) => new()
    {
        Id = order.Id,
        Version = order.Version,
        Hazard = order.Measure.Hazard,
        Cause = order.Measure.Cause.Length == 0 ? null : texts.CauseOf(order.Measure),
        Level = order.Measure.Level,
        Reason = texts.ReasonOf(order.Measure) ?? LocalizedText.OfJapanese(order.Measure.Reason),
        Audience = order.Measure.Audience,
        Areas = texts.AreasOf(order.Measure),
        Texts = [.. texts.Languages.Select(language => texts.Render(language, Act.Issue, order.Measure, order.UpdatedAt, [], withReason: false))],
        Shelters = [.. SheltersOf(order.Measure).Select(shelter => Of(shelter, reports.GetValueOrDefault(shelter.Id), now))],
        IssuedAt = order.IssuedAt,
        UpdatedAt = order.UpdatedAt,
    };

    private static PortalShelter Of(RegisteredShelter shelter, ShelterReport? report, DateTimeOffset now) =>
        new(shelter.Names, report?.HoldsAt(now) == true ? report.State : null, report?.AsOf);

    private PortalNotice Of(Notice notice, DateTimeOffset now) => new()
    {
        Id = notice.Id,
        Version = notice.Version,
        Standing = notice.StandingAt(now),
        Category = notice.Content.Category,
        IsWholeWard = notice.Content.IsWholeWard,
        Areas = [.. notice.Content.Areas.Select(code => new AreaCode(code)).Where(pack.Areas.ContainsKey).Select(code => pack.Areas[code])],
        Texts = [.. notice.Content.Texts.Select(text => text.At(notice.UpdatedAt))],
        Reason = notice.Reason,
        PublishedAt = notice.PublishedAt,
        UpdatedAt = notice.UpdatedAt,
        ValidUntil = notice.ValidUntil,
        EndedAt = notice.EndedAt(now),
    };

    /// <summary>The places that were decided; where none was, those that are recommended for the hazard.</summary>
    private IEnumerable<RegisteredShelter> SheltersOf(Measure measure) => measure.Shelters.Count > 0
        ? measure.Shelters.Select(id => pack.Shelters.FirstOrDefault(shelter => shelter.Id == id)).OfType<RegisteredShelter>()
        : ShelterJudge.Recommended(measure.Hazard, measure.Areas, pack, clock.GetUtcNow().DayInJapan());

    private string NameOf(string sourceId) => pack.Ward.Sources.FirstOrDefault(source => source.Id == sourceId)?.Name ?? sourceId;

    private PortalEndedOrder Ended(Order order) => new(
        order.Id, order.State, order.Measure.Hazard,
        order.Measure.Cause.Length == 0 ? null : texts.CauseOf(order.Measure),
        order.Measure.Level, texts.AreasOf(order.Measure), order.EndedAt!.Value);

    private static PortalWarning Of(HazardWarning warning) => new(
        warning.Phenomenon, warning.Level, warning.Kind, [.. warning.Areas.Select(area => area.Name).Distinct()],
        warning.ReportedAt, warning.IsAgedOut ? null : warning.ValidUntil, warning.Source, warning.ForecastOnly)
    {
        Extent = warning.Extent,
        Since = warning.Since,
        Periods = [.. warning.Periods.Select(period => period.Sentence)],
    };

    private static IEnumerable<PortalUnknown> Unknowns(WarningsKnowledge knowledge)
    {
        var reason = knowledge.Sources.All(source => source.HeardAt is null) ? UnknownReason.NeverHeard
            : knowledge.Sources.Any(source => source.State != KnowledgeState.Known) ? UnknownReason.Silent
            : UnknownReason.Incomplete;
        if (knowledge.State != KnowledgeState.Known)
        {
            yield return new PortalUnknown(UnknownPart.Warnings, reason, knowledge.AsOf);
        }

        if (knowledge.TsunamiState != KnowledgeState.Known)
        {
            yield return new PortalUnknown(UnknownPart.Earthquakes, reason, knowledge.State == KnowledgeState.Known ? null : knowledge.AsOf);
        }

        // How full places are is not reported to the public, and a place of which nobody reported may be open.
        yield return new PortalUnknown(UnknownPart.Shelters, UnknownReason.NotReported, null);
    }
}
