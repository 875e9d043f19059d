using System.Security.Claims;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Who else has a role: the page that refuses a step names those who may take it.</summary>
internal static class Colleagues
{
    private const int MaxNames = 20;

    /// <summary>Names of the persons with a role, each once; a person's second log-in is not a second person.</summary>
    /// <param name="db">The database.</param>
    /// <param name="role">The role.</param>
    /// <param name="except">The person left out; <see langword="null"/> = nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<string>> WithRoleAsync(BousaiDbContext db, string role, Guid? except, CancellationToken cancellationToken)
    {
        var rows = await db.UserClaims.AsNoTracking()
            .Where(claim => claim.ClaimType == ClaimTypes.Role && claim.ClaimValue == role)
            .Join(db.Users.AsNoTracking(), claim => claim.UserId, account => account.Id, (claim, account) => new { account.PersonId, account.DisplayName })
            .Where(row => except == null || row.PersonId != except)
            .OrderBy(row => row.DisplayName)
            .ToListAsync(cancellationToken);
        return [.. rows.DistinctBy(row => row.PersonId).Select(row => row.DisplayName).Take(MaxNames)];
    }
}
