using Chiyoda.Bousai.Infrastructure.Access;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Ends the session of this browser.</summary>
internal static class SignOut
{
    public static async Task<NoContent> HandleAsync(
        SignInManager<StaffAccount> sessions, StaffPresence presence, BousaiDbContext db, HttpContext context, CancellationToken cancellationToken)
    {
        await presence.ForgetAsync(db, context.User, cancellationToken);
        await sessions.SignOutAsync();
        return TypedResults.NoContent();
    }
}
