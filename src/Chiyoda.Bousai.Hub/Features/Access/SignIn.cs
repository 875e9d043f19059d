using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>A member of staff signs in. «Not known» and «wrong» answer alike.</summary>
internal static class SignIn
{
    public sealed record Request([property: Required, MaxLength(100)] string Login, [property: Required, MaxLength(200)] string Password);

    /// <summary>The same on the page as in the API.</summary>
    public const string WrongLogin = "ログイン名かパスワードが違います。続けて間違えると5分間使えなくなります。";

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Request request, SignInManager<StaffAccount> sessions)
    {
        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        var result = await sessions.PasswordSignInAsync(request.Login ?? string.Empty, request.Password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded
            ? TypedResults.NoContent()
            : Problems.Plain(401, "access.wrong-login", WrongLogin);
    }
}
