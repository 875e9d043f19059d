using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Chronology;
using Chiyoda.Bousai.Hub.Features.Evacuation;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>All that a person looks at before taking a step with a proposal.</summary>
internal sealed record ProposalDossier
{
    public required Proposal Proposal { get; init; }

    public required IReadOnlyList<Area> Areas { get; init; }

    /// <summary>The zone that holds exactly these areas, with what its list rests on.</summary>
    public required Zone? Zone { get; init; }

    /// <summary>Whether everything of the pack that it rests on is vouched for by the ward today.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>What happened to it, oldest first; the n-th made version n.</summary>
    public required IReadOnlyList<StaffEntry> Steps { get; init; }

    /// <summary>Orders in force in some of the same areas; for what ends an order, all that stay in force after it, the rest of the same order too.</summary>
    public required IReadOnlyList<Order> Beside { get; init; }

    /// <summary>What it would do: as of now, or as it was decided; <see langword="null"/> when neither was ever drawn.</summary>
    public required DecisionPicture? Picture { get; init; }

    /// <summary>When the telegram that it answers came in; without one, when it was made. From here the clock runs.</summary>
    public required DateTimeOffset TriggeredAt { get; init; }

    /// <summary>Orders of the same hazard and cause, or in the same areas, that are in force now.</summary>
    public required IReadOnlyList<Measure> Now { get; init; }

    /// <summary>The same after the release; empty when it would be refused.</summary>
    public required IReadOnlyList<Measure> After { get; init; }

    /// <summary>Why a release would be refused as things stand; <see langword="null"/> when it would not.</summary>
    public required Refusal? Foreseen { get; init; }

    /// <summary>What the releaser is asked again about.</summary>
    public required IReadOnlyList<Caution> Cautions { get; init; }

    /// <summary>The order that it is about or that rests on it; <see langword="null"/> before the release and once a later act took over.</summary>
    public required Guid? OrderId { get; init; }

    /// <summary>Every holder of authority in order of succession, and whether this measure is theirs to decide.</summary>
    public required IReadOnlyList<(Authority Authority, bool Covers)> Authorities { get; init; }

    /// <summary>Who may release it: everybody with the role but its submitter.</summary>
    public required IReadOnlyList<string> Releasers { get; init; }

    public static async Task<ProposalDossier?> ReadAsync(
        Guid id, BousaiDbContext db, PictureMaker pictures, WardPack pack, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Proposals.AsNoTracking().FirstOrDefaultAsync(proposal => proposal.Id == id, cancellationToken) is not { } proposal)
        {
            return null;
        }

        var measure = proposal.Measure;
        var since = Domain.Evacuation.Cautions.Since(
            await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == proposal.OrderId, cancellationToken), now);
        var orders = await db.Orders.AsNoTracking()
            .Where(order => order.State == OrderState.Issued || order.EndedAt >= since)
            .ToListAsync(cancellationToken);
        var inForce = orders.Where(order => order.IsInForce).ToList();
        bool Concerns(Measure other) => other.SharesKeyWith(measure) || other.Overlap(measure).Count > 0;
        var before = inForce.Select(order => order.Measure).Where(Concerns).ToList();
        var cautions = Domain.Evacuation.Cautions.Of(proposal, orders, pack.Areas.Count, now);
        var isOpen = proposal.State is ProposalState.Draft or ProposalState.Submitted or ProposalState.Decided or ProposalState.Returned;
        var copies = await db.Orders.AsNoTracking().Where(order => order.State == OrderState.Issued || order.Id == proposal.OrderId).ToListAsync(cancellationToken);
        Refusal? foreseen = null;
        IReadOnlyList<Order> left = isOpen && OrderBook.Foresee(proposal, copies, now).TryGet(out var foreseeable, out foreseen) ? foreseeable : [];
        var beside = proposal.Act.Ends() && isOpen && foreseen is null
            ? left
            : inForce.Where(order => proposal.Act.Ends() || (order.Id != proposal.OrderId && order.Measure.Overlap(measure).Count > 0));
        return new ProposalDossier
        {
            Proposal = proposal,
            Areas = measure.AreasIn(pack),
            Zone = pack.Zones.Values.FirstOrDefault(zone => zone.Hazard == measure.Hazard && zone.Cause == measure.Cause
                && zone.Areas.Select(code => code.Value).ToHashSet(StringComparer.Ordinal).SetEquals(measure.Areas)),
            IsVerified = pack.Verifications
                .Where(file => file.File.StartsWith("zones/", StringComparison.Ordinal) || file.File.StartsWith("criteria/", StringComparison.Ordinal))
                .All(file => file.HoldsOn(now.DayInJapan())),
            Steps = await ReadBack.OfSubjectAsync(db, id, cancellationToken),
            Beside = [.. beside],
            Picture = await pictures.ForAsync(proposal, cancellationToken),
            TriggeredAt = (await Triggers.ReadAsync(db, [proposal], cancellationToken))[proposal.Id],
            Now = before,
            After = [.. left.Select(order => order.Measure).Where(Concerns)],
            Foreseen = foreseen,
            Cautions = cautions,
            OrderId = proposal.OrderId ?? inForce.FirstOrDefault(order => order.DecisionId == proposal.Decision?.Id)?.Id,
            Authorities = [.. pack.Authorities.Select(authority => (authority, authority.Covers(measure)))],
            Releasers = await Colleagues.WithRoleAsync(db, StaffRole.Releaser, proposal.SubmitterId, cancellationToken),
        };
    }
}
