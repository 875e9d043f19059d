using System.Collections.Concurrent;
using System.Security.Claims;
using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Hub.Live;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Who is there: every log-in notes its use once a minute. Break-glass asks whether somebody else could release.</summary>
internal sealed class StaffPresence(TimeProvider clock)
{
    /// <summary>A log-in that was used within this span counts as signed in.</summary>
    public static readonly TimeSpan SignedInFor = TimeSpan.FromMinutes(15);

    /// <summary>Says that nobody did anything: of a page that fetches itself, and of a program that asks by a timer.</summary>
    public const string RefreshHeader = "X-Bousai-Refresh";

    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _noted = new();

    /// <summary>
    /// Whether somebody used the session. A page that is left open fetches itself and keeps its doorbell, and a browser asks what
    /// anybody may ask (portal, receipts of its worker) with the same cookie: that is nobody's presence, and renews no session.
    /// </summary>
    public static bool IsUse(HttpContext context) =>
        !context.Request.Headers.ContainsKey(RefreshHeader)
        && !context.Request.Path.StartsWithSegments(LiveFeature.Path, StringComparison.OrdinalIgnoreCase)
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>Notes that a session was used. A database that is away keeps nobody from reading what is in memory.</summary>
    public async Task NoteAsync(CookieValidatePrincipalContext context)
    {
        if (!Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (_noted.TryGetValue(account, out var last) && now - last < NoteEvery)
        {
            return;
        }

        _noted[account] = now;
        var db = context.HttpContext.RequestServices.GetRequiredService<BousaiDbContext>();
        try
        {
            await db.Users.Where(user => user.Id == account)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.SeenAt, now), context.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (Conflicts.IsAway(fault))
        {
            _noted.TryRemove(account, out _);
        }
    }

    /// <summary>A log-in that signed out is not there any more.</summary>
    public async Task ForgetAsync(BousaiDbContext db, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            _noted.TryRemove(account, out _);
            await db.Users.Where(row => row.Id == account)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, (DateTimeOffset?)null), cancellationToken);
        }
    }

    /// <summary>Whether no other person who may release is signed in, on whatever node.</summary>
    public static async Task<bool> IsAloneAsync(BousaiDbContext db, Guid personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - SignedInFor;
        return !await db.UserClaims
            .Where(claim => claim.ClaimType == ClaimTypes.Role && claim.ClaimValue == StaffRole.Releaser)
            .Join(db.Users, claim => claim.UserId, user => user.Id, (claim, user) => user)
            .AnyAsync(user => user.PersonId != personId && user.SeenAt > since, cancellationToken);
    }
}
