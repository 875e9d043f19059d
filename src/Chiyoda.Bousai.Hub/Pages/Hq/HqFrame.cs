using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Dissemination;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Hub.Features.Incidents;
using Chiyoda.Bousai.Hub.Features.Tasks;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What stands around every page: where we are, whether this is real, who reads it, and up to which entry it is true.</summary>
/// <param name="Now">The moment of the page.</param>
/// <param name="Sequence">Everything up to this entry is in the page.</param>
/// <param name="IsExercise">訓練, not 本番.</param>
/// <param name="Ward">Name of the municipality.</param>
/// <param name="Person">Name of who is signed in; <see langword="null"/> when nobody is.</param>
/// <param name="Role">The word for the strongest role of that person.</param>
/// <param name="IsStaff">Whether the reader sees what headquarters sees.</param>
/// <param name="MayRecord">提出, 決裁の記録, asking for a lift.</param>
/// <param name="MayRelease">発信, 差戻し, 不採用.</param>
/// <param name="Unanswered">Call-outs that nobody answered: the loudest alarm there is.</param>
/// <param name="Held">What waits until a person lets it go on.</param>
/// <param name="Orphans">What nobody released and was stopped at the door within a day, oldest first.</param>
/// <param name="AssetVersion">Version of style and script.</param>
/// <param name="Incident">What is set up; <see langword="null"/> when nothing is, and for who is not staff.</param>
/// <param name="OpenTasks">How much is to be done.</param>
/// <param name="LateTasks">How much of it is overdue.</param>
/// <param name="Live">What an exercise knows of the live hub.</param>
/// <param name="LiveAddress">The live headquarters; empty when it is not watched.</param>
internal sealed record HqFrame(
    DateTimeOffset Now, long Sequence, bool IsExercise, string Ward, string? Person, string Role,
    bool IsStaff, bool MayRecord, bool MayRelease, int Unanswered, HeldDispatches Held, IReadOnlyList<RefusedOrphan> Orphans, string AssetVersion,
    Incident? Incident, int OpenTasks, int LateTasks, LiveSight Live, string LiveAddress)
{
    /// <summary>Read before the page itself: what is committed while the page is made lies behind it and is rung for.</summary>
    public static async Task<HqFrame> ReadAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var user = context.User;
        var isStaff = Policies.IsHeadquarters(user);
        var actor = user.Identity?.IsAuthenticated == true ? user.ToActor("web") : null;
        var rights = services.GetRequiredService<IAuthorizationService>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var live = services.GetRequiredService<LiveHub>();
        var db = services.GetRequiredService<BousaiDbContext>();
        var sequence = isStaff ? await db.Set<SpineHead>().AsNoTracking().Select(head => head.Sequence).SingleAsync(context.RequestAborted) : 0;
        var unanswered = isStaff ? await db.CallOuts.CountAsync(callOut => callOut.State == CallOutState.Unanswered, context.RequestAborted) : 0;
        var held = isStaff ? await HeldDispatches.ReadAsync(db, context.RequestAborted) : HeldDispatches.None;
        var orphans = isStaff ? await services.GetRequiredService<OrphanWatch>().LatelyAsync(db, sequence, now, context.RequestAborted) : [];
        var incident = isStaff ? await ListIncidents.ActiveAsync(db, context.RequestAborted) : null;
        var (open, late) = isStaff ? await ListTasks.CountsAsync(db, now, context.RequestAborted) : (0, 0);
        return new HqFrame(
            now,
            sequence,
            services.GetRequiredService<Deployment>().IsExercise,
            services.GetRequiredService<WardPack>().Ward.Name.Ja,
            actor?.Name,
            StaffRole.Word(actor?.Role ?? string.Empty),
            isStaff,
            isStaff && (await rights.AuthorizeAsync(user, Policies.Recorder)).Succeeded,
            isStaff && (await rights.AuthorizeAsync(user, Policies.Releaser)).Succeeded,
            unanswered,
            held,
            orphans,
            services.GetRequiredService<AssetLibrary>().Version,
            incident,
            open,
            late,
            await live.SeeAsync(context.RequestAborted),
            live.Address("hq"));
    }
}
