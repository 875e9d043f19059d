using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Tasks;

/// <summary>What is to be done, by when, and what was done.</summary>
internal static class ListTasks
{
    private const int MaxOpen = 200;
    private const int MaxEnded = 100;

    /// <param name="Open">What is to be done, at most 200, the nearest first.</param>
    /// <param name="OpenCount">How many there are.</param>
    /// <param name="Ended">What was done or fell away, the last 100, newest first.</param>
    public sealed record Response(IReadOnlyList<TaskView> Open, int OpenCount, IReadOnlyList<TaskView> Ended);

    public static async Task<Ok<Response>> HandleAsync(BousaiDbContext db, CancellationToken cancellationToken) => TypedResults.Ok(new Response(
        [.. (await OpenAsync(db, MaxOpen, cancellationToken)).Select(TaskView.Of)],
        await CountAsync(db, cancellationToken),
        [.. (await EndedAsync(db, cancellationToken)).Select(TaskView.Of)]));

    public static Task<List<StaffTask>> OpenAsync(BousaiDbContext db, int take, CancellationToken cancellationToken) =>
        db.StaffTasks.AsNoTracking().Where(task => task.State == StaffTaskState.Open)
            .OrderBy(task => task.DueAt).ThenBy(task => task.Id).Take(take).ToListAsync(cancellationToken);

    public static Task<List<StaffTask>> OpenAsync(BousaiDbContext db, CancellationToken cancellationToken) => OpenAsync(db, MaxOpen, cancellationToken);

    public static Task<int> CountAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        db.StaffTasks.CountAsync(task => task.State == StaffTaskState.Open, cancellationToken);

    /// <returns>How many are open, and how many of them are overdue.</returns>
    public static async Task<(int Open, int Late)> CountsAsync(BousaiDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        await CountAsync(db, cancellationToken) is var open and > 0
            ? (open, await db.StaffTasks.CountAsync(task => task.State == StaffTaskState.Open && task.DueAt < now, cancellationToken))
            : (0, 0);

    public static Task<List<StaffTask>> EndedAsync(BousaiDbContext db, CancellationToken cancellationToken) =>
        db.StaffTasks.AsNoTracking().Where(task => task.State != StaffTaskState.Open)
            .OrderByDescending(task => task.EndedAt).Take(MaxEnded).ToListAsync(cancellationToken);
}
