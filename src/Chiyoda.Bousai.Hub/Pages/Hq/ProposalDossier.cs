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

    /// <summary>What it would do to the orders in force.</summary>
    public required Outlook Outlook { get; init; }

    /// <summary>What it would do: as of now, or as it was decided; <see langword="null"/> when neither was ever drawn.</summary>
    public required DecisionPicture? Picture { get; init; }

    /// <summary>When the telegram that it answers came in; without one, when it was made. From here the clock runs.</summary>
    public required DateTimeOffset TriggeredAt { get; init; }

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
        var outlook = await Outlook.ReadAsync(proposal, db, pack, now, cancellationToken);
        return new ProposalDossier
        {
            Proposal = proposal,
            Outlook = outlook,
            Areas = measure.AreasIn(pack),
            Zone = pack.Zones.Values.FirstOrDefault(zone => zone.Hazard == measure.Hazard && zone.Cause == measure.Cause
                && zone.Areas.Select(code => code.Value).ToHashSet(StringComparer.Ordinal).SetEquals(measure.Areas)),
            IsVerified = pack.Verifications
                .Where(file => file.File.StartsWith("zones/", StringComparison.Ordinal) || file.File.StartsWith("criteria/", StringComparison.Ordinal))
                .All(file => file.HoldsOn(now.DayInJapan())),
            Steps = await ReadBack.OfSubjectAsync(db, id, cancellationToken),
            Picture = await pictures.ForAsync(proposal, cancellationToken),
            TriggeredAt = (await Triggers.ReadAsync(db, [proposal], cancellationToken))[proposal.Id],
            OrderId = proposal.OrderId ?? await ResultAsync(proposal, db, cancellationToken),
            Authorities = [.. pack.Authorities.Select(authority => (authority, authority.Covers(measure)))],
            Releasers = await Colleagues.WithRoleAsync(db, StaffRole.Releaser, proposal.SubmitterId, cancellationToken),
        };
    }

    /// <summary>The order that rests on its decision; <see langword="null"/> when none does any more.</summary>
    private static async Task<Guid?> ResultAsync(Proposal proposal, BousaiDbContext db, CancellationToken cancellationToken) =>
        proposal.Decision is { } decision
            ? (await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.State == OrderState.Issued && order.DecisionId == decision.Id, cancellationToken))?.Id
            : null;
}
