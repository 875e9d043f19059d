using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>What this exercise knows of the live hub: from the chronology what was seen, from the polled row how old that is.</summary>
internal sealed class LiveHub(BousaiDbContext db, Deployment deployment, IOptions<ExerciseOptions> options, TimeProvider clock)
{
    /// <summary>Name of the polled address and of its source.</summary>
    public const string Id = "live-hub";

    /// <summary>What the entries about it are about.</summary>
    public static readonly Guid Subject = new("5f0c64b2-2d55-4d0f-9f57-6f6d1c0f3a11");

    public async Task<LiveSight> SeeAsync(CancellationToken cancellationToken)
    {
        if (!deployment.IsExercise || !options.Value.IsOn)
        {
            return new LiveSight(LiveState.NotWatched, null);
        }

        if (await RealSinceAsync(cancellationToken) is { } since)
        {
            return new LiveSight(LiveState.Real, since);
        }

        var answered = await db.Polls.AsNoTracking().Where(row => row.Id == Id).Select(row => row.AnsweredAt).FirstOrDefaultAsync(cancellationToken);
        return new LiveSight(clock.GetUtcNow() - answered <= options.Value.SilentAfter ? LiveState.Quiet : LiveState.Unknown, answered);
    }

    /// <returns>Since when something real happens, as last seen: that stays until the live hub says otherwise, also while it is not heard.</returns>
    public async Task<DateTimeOffset?> RealSinceAsync(CancellationToken cancellationToken) =>
        await db.Chronology.AsNoTracking().Where(entry => entry.SubjectId == Subject).OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Kind, entry.OccurredAt }).FirstOrDefaultAsync(cancellationToken) is { Kind: RealEventSeen.Name } seen ? seen.OccurredAt : null;

    /// <summary>A page of the live hub, for a link.</summary>
    public string Address(string page) => options.Value.IsOn ? new Uri(new Uri(options.Value.LiveStatus), page).AbsoluteUri : string.Empty;
}

/// <summary>What an exercise knows of the live hub.</summary>
/// <param name="State">In short.</param>
/// <param name="At">Of <see cref="LiveState.Real"/> since when; otherwise when the live hub was last heard; <see langword="null"/> = never.</param>
public sealed record LiveSight(LiveState State, DateTimeOffset? At);

/// <summary>Whether something real happens.</summary>
public enum LiveState
{
    /// <summary>Nobody looks.</summary>
    NotWatched,

    /// <summary>The live hub was asked and has nothing.</summary>
    Quiet,

    /// <summary>The live hub has orders, warnings, a tsunami or a strong earthquake: the exercise is over.</summary>
    Real,

    /// <summary>The live hub does not answer.</summary>
    Unknown,
}
