using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.CallOuts;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Incidents;
using Chiyoda.Bousai.Hub.Features.Tasks;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>状況: what is in force, what waits for somebody, what is not known, what was issued, what happened last.</summary>
internal sealed class IndexModel(BousaiDbContext db, WarningDesk desk, SourceWatch sources, CallOutDesk callOuts, WardPack pack) : HqPage
{
    private const int Lines = 20;

    private const int NearestTasks = 5;

    public IReadOnlyList<OrderLine> Orders { get; private set; } = [];

    public IReadOnlyList<Order> Ended { get; private set; } = [];

    public IReadOnlyList<Proposal> Open { get; private set; } = [];

    public IReadOnlyDictionary<Guid, DateTimeOffset> TriggeredAt { get; private set; } = new Dictionary<Guid, DateTimeOffset>();

    /// <summary>Notices that a criterion proposed and nobody has taken up, or that a second person has to look at; the oldest first.</summary>
    public IReadOnlyList<NoticeEdition> NoticesWaiting { get; private set; } = [];

    public int NoticesCurrent { get; private set; }

    public WarningsKnowledge Knowledge { get; private set; } = null!;

    public IReadOnlyList<HazardWarning> Warnings { get; private set; } = [];

    public int Unreadable { get; private set; }

    /// <summary>Telegrams of the last 24 h that concern the ward and were not understood whole.</summary>
    public IReadOnlyList<ReadTelegrams.Row> Noticed { get; private set; } = [];

    /// <summary>The nearest of what is to be done.</summary>
    public IReadOnlyList<StaffTask> Tasks { get; private set; } = [];

    public IReadOnlyList<ActivationSuggestion> Suggestions { get; private set; } = [];

    /// <summary>Who is coming; <see langword="null"/> when nobody was mustered.</summary>
    public MusterView? Muster { get; private set; }

    public EntryList Entries { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var orders = await ListOrders.ReadAsync(db, Frame.Now, cancellationToken);
        var inForce = orders.Where(order => order.IsInForce).OrderByDescending(order => order.Measure.Level ?? 4).ThenBy(order => order.IssuedAt).ToList();
        var decisions = await DecisionsBehind.ReadAsync(db, inForce, cancellationToken);
        var lines = new List<OrderLine>(inForce.Count);
        foreach (var order in inForce)
        {
            var calls = await CallRounds.OfAsync(db, order, cancellationToken);
            lines.Add(new OrderLine(order, AreasOf(order.Measure), decisions.GetValueOrDefault(order.DecisionId), calls));
        }

        Orders = lines;
        Ended = [.. orders.Where(order => !order.IsInForce)];
        Open = [.. (await ListProposals.ReadAsync(db, cancellationToken)).Where(proposal => proposal.State.IsOpen())
            .OrderByDescending(proposal => proposal.Measure.Level ?? 4).ThenBy(proposal => proposal.CreatedAt)];
        TriggeredAt = await Triggers.ReadAsync(db, Open, cancellationToken);
        NoticesWaiting = await db.NoticeEditions.AsNoTracking()
            .Where(edition => edition.State == NoticeEditionState.Submitted || (edition.State == NoticeEditionState.Draft && edition.AuthorId == NoticeEdition.NoAuthor)).OrderBy(edition => edition.TouchedAt).Take(Lines).ToListAsync(cancellationToken);
        NoticesCurrent = await db.Notices.CountAsync(
            notice => notice.State == NoticeState.Published && notice.ValidUntil > Frame.Now, cancellationToken);
        Knowledge = await sources.JudgeAsync(db, cancellationToken);
        Warnings = [.. (await desk.BoardAsync(Frame.Now, TelegramStatus.Normal, cancellationToken))
            .OrderByDescending(warning => warning.Level ?? 0).ThenByDescending(warning => warning.ReportedAt)];
        Unreadable = await db.Telegrams.CountAsync(telegram => telegram.Outcome == TelegramOutcome.Unreadable, cancellationToken);
        Noticed = await ReadTelegrams.ReadAsync(ReadTelegrams.Noticed(db, Frame.Now), cancellationToken);
        Tasks = await ListTasks.OpenAsync(db, NearestTasks, cancellationToken);
        Muster = await MusterView.ReadAsync(db, callOuts, Frame.Incident?.BeganAt, Frame.Now, cancellationToken);
        Suggestions = await ListIncidents.OpenSuggestionsAsync(db, cancellationToken);
        Entries = new EntryList(await ReadBack.LatestAsync(db, null, Lines, cancellationToken), Frame.Now);
    }

    public IReadOnlyList<Area> AreasOf(Measure measure) => measure.AreasIn(pack);
}

/// <summary>An order in force, the proposal whose decision it rests on, and how far the calls to facilities are.</summary>
internal sealed record OrderLine(Order Order, IReadOnlyList<Area> Areas, Proposal? Ground, CallSummary? Calls);
