using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Infrastructure.Notices;

/// <summary>Takes what a dispatch of a notice tells out of the edition that a second person looked at.</summary>
internal static class NoticeReleases
{
    /// <returns>It, or <see langword="null"/> when the records do not allow it to be told.</returns>
    public static async Task<NoticeRelease?> FindAsync(BousaiDbContext db, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var edition = await db.NoticeEditions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == dispatch.DecisionId, cancellationToken);
        return edition is { State: NoticeEditionState.Released } && edition.SubmitterId != edition.ReleaserId && edition.NoticeId == dispatch.OrderId
            ? NoticeRelease.Of(edition, dispatch.OrderVersion)
            : null;
    }
}
