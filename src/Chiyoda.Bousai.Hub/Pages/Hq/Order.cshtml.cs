using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One order: what holds where, by which decision, whom it has reached, what has to be done by hand, and how it is ended.</summary>
internal sealed class OrderModel(
    BousaiDbContext db, ProposalDesk desk, DispatchResumption resumption, StaffSessions sessions, OrderPapers papers, HandEntries hands, OrderTexts texts,
    PortalTexts words, WardPack pack) : HqPage
{
    private int _versionSeen;

    public Order? Order { get; private set; }

    public IReadOnlyList<Area> Areas { get; private set; } = [];

    /// <summary>The proposal whose decision the present version rests on.</summary>
    public Proposal? Ground { get; private set; }

    public IReadOnlyList<StaffEntry> Steps { get; private set; } = [];

    public IReadOnlyList<StaffEntry> ChangedSince { get; private set; } = [];

    public IReadOnlyList<GetDispatches.Item> Dispatches { get; private set; } = [];

    /// <summary>Decisions of which something is stopped, with the reason.</summary>
    public IReadOnlyList<(Guid DecisionId, string Channel, string Reason)> Held { get; private set; } = [];

    /// <summary>Ways to people that this hub does not serve by itself.</summary>
    public IReadOnlyList<ChannelDefinition> Elsewhere => [.. pack.Channels.Where(channel => channel.State != ChannelState.Connected && ByHand?.Tells(channel.Id) != true)];

    /// <summary>What staff tell by hand of the decision that the present version rests on; <see langword="null"/> when there is nothing to tell.</summary>
    public ByHandCard? ByHand { get; private set; }

    /// <summary>Every other order that stays in force.</summary>
    public IReadOnlyList<Order> Remaining { get; private set; } = [];

    /// <summary>Changes of this order that are under way.</summary>
    public IReadOnlyList<Proposal> Changes { get; private set; } = [];

    /// <summary>What is to be typed into systems elsewhere.</summary>
    public IReadOnlyList<TranscriptSheet> Transcripts { get; private set; } = [];

    /// <summary>What of this version is to be reported or told.</summary>
    public IReadOnlyList<LegalDuty> Duties { get; private set; } = [];

    /// <summary>What of it was.</summary>
    public IReadOnlyList<OrderReportView> Reports { get; private set; } = [];

    /// <summary>A lift of this order that is under way.</summary>
    public Proposal? Lift => Changes.FirstOrDefault(change => change.Act == Act.Lift && change.OrderVersion == Order!.Version);

    /// <summary>When the last device of the present decision took its message; <see langword="null"/> while none has.</summary>
    public DateTimeOffset? LastAcceptedAt => Times?.LastAcceptedAt;

    /// <summary>The stopwatch of the act that the present version rests on; <see langword="null"/> when it was told by no way out.</summary>
    public ActTimes? Times { get; private set; }

    /// <summary>Those of the acts before it, newest first.</summary>
    public IReadOnlyList<ActTimes> Earlier { get; private set; } = [];

    /// <summary>When the report that the present version answers came in; <see langword="null"/> when it is not known.</summary>
    public DateTimeOffset? TriggeredAt { get; private set; }

    /// <summary>How a person who lets something go on shows that it is they.</summary>
    public StepUp StepUp { get; private set; } = StepUp.NotNeeded;

    public CallsCard Calls { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostLiftAsync(
        Guid id, int version, string? reason, string[] areas, GroundsFields grounds, CancellationToken cancellationToken)
    {
        _versionSeen = version;
        return TakeAsync(
            "lift", Frame.MayRecord,
            async () =>
            {
                EndingGrounds? answers = null;
                return grounds.IsEmpty || grounds.Read().TryGet(out answers, out var refusal)
                    ? await desk.AskChangeAsync(
                        id, version, new ChangeNote(Act.Lift, HqText.Cut(reason, 1000)) { Areas = areas, Grounds = answers }, User.ToActor("web"), cancellationToken)
                    : refusal;
            },
            proposal => ($"~/hq/proposals/{proposal.Id}", "解除の案を提出しました。権限者の決裁を受け、「いまできる操作」に記録してください。"),
            () => ShowAsync(id, cancellationToken));
    }

    /// <summary>A person read it out or typed it in elsewhere, and says so.</summary>
    public Task<IActionResult> OnPostByHandAsync(Guid id, string? channel, Guid decision, CancellationToken cancellationToken) => TakeAsync(
        "by-hand", Frame.MayRecord,
        async () =>
        {
            var order = await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken);
            return order is null ? EvacuationRefusals.UnknownOrder
                : await ReadByHandAsync(order, cancellationToken) is not { } card ? DisseminationRefusals.NotByHand
                : await card.EnterAsync(hands, channel, decision, User.ToActor("web"), cancellationToken);
        },
        told => ($"~/hq/orders/{id}", $"{told}への放送・入力を記録しました。"),
        () => ShowAsync(id, cancellationToken));

    public Task<IActionResult> OnPostResumeAsync(Guid id, Guid decision, string? password, string? passkey, CancellationToken cancellationToken) => TakeAsync(
        "resume", Frame.MayRelease,
        () => resumption.ResumeAsync(decision, User, "web", HqText.Cut(password, 200), passkey, cancellationToken),
        resumed => ($"~/hq/orders/{id}", $"止めていた配信を再開しました（{resumed}件）。"),
        () => ShowAsync(id, cancellationToken));

    /// <summary>Where people are sent.</summary>
    public string ShelterNames => Order!.Measure.ShelterNames(pack);

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        Order = await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == id, cancellationToken);
        if (Order is null)
        {
            return Missing();
        }

        Areas = Order.Measure.AreasIn(pack);
        StepUp = await sessions.StepUpAsync(User);
        var written = await papers.ReadAsync(id, version: null, cancellationToken);
        Transcripts = written?.Transcripts ?? [];
        Duties = [.. written?.Documents.Select(document => document.Duty).Where(duty => duty != LegalDuty.Announcement) ?? []];
        Reports = written?.Reports ?? [];
        Ground = (await DecisionsBehind.ReadAsync(db, [Order], cancellationToken)).GetValueOrDefault(Order.DecisionId);
        Calls = new CallsCard(
            $"~/hq/orders/{id}/calls", await CallRounds.OfAsync(db, Order, cancellationToken), Frame.MayRecord, pack.FacilityWording is not null);
        Steps = await ReadBack.OfSubjectAsync(db, id, cancellationToken);
        ChangedSince = Refused?.Refusal.Code == EvacuationRefusals.StaleVersion.Code ? [.. Steps.Skip(_versionSeen)] : [];
        Dispatches = await GetDispatches.ReadAsync(id, db, cancellationToken);
        Held = [.. (await db.Dispatches.AsNoTracking().Where(dispatch => dispatch.OrderId == id && dispatch.State == DispatchState.Held)
            .Select(dispatch => new { dispatch.DecisionId, dispatch.Channel, dispatch.HoldReason }).ToListAsync(cancellationToken))
            .Select(dispatch => (dispatch.DecisionId, dispatch.Channel, dispatch.HoldReason))];
        ByHand = await ReadByHandAsync(Order, cancellationToken);
        Remaining = await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued && order.Id != id).ToListAsync(cancellationToken);
        Changes = await db.Proposals.AsNoTracking()
            .Where(proposal => proposal.OrderId == id
                && (proposal.State == ProposalState.Submitted || proposal.State == ProposalState.Decided || proposal.State == ProposalState.Returned))
            .OrderBy(proposal => proposal.CreatedAt)
            .ToListAsync(cancellationToken);
        var times = await ActTimes.ReadAsync(db, id, cancellationToken);
        Times = times.FirstOrDefault(act => act.DecisionId == Order.DecisionId);
        Earlier = [.. times.Where(act => act.DecisionId != Order.DecisionId).Reverse()];
        TriggeredAt = Ground is null ? null : (await Triggers.ReadAsync(db, [Ground], cancellationToken))[Ground.Id];
        return Page();
    }

    /// <summary>The words as they were released; of what another order took over nothing is told any more.</summary>
    private async Task<ByHandCard?> ReadByHandAsync(Order order, CancellationToken cancellationToken)
    {
        var decisions = await DecisionsBehind.ReadAsync(db, [order], cancellationToken);
        if (order.State == OrderState.Replaced || decisions.GetValueOrDefault(order.DecisionId) is not { ReleasedAt: { } releasedAt } ground)
        {
            return null;
        }

        var measure = ground.Measure;
        var beside = await db.Orders.AsNoTracking()
            .Where(other => other.Id != order.Id && other.IssuedAt <= releasedAt && (other.State == OrderState.Issued || other.EndedAt > releasedAt))
            .ToListAsync(cancellationToken);
        var told = OutgoingTexts.Of(ground, beside, releasedAt, Frame.IsExercise, pack, texts, words);
        var card = await ByHandCard.ReadAsync(
            hands, this, ChannelPreview.Of(told, EmergencyMailTitle.Of(ground.Act, measure.Level, Frame.IsExercise), measure.Areas, pack, publicUrl: null),
            order.Id, order.DecisionId, $"{measure.CauseName} {OrderKinds.Spoken(measure.Level)} {ground.Act.Word()}",
            (measure.Level ?? 4) >= 4 ? releasedAt : null, cancellationToken);
        return card with { HasFewerAreas = order.IsInForce && !order.Measure.Areas.ToHashSet().IsSupersetOf(measure.Areas) };
    }
}
