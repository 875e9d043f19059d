using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>A member of staff signs in. «Not known» and «wrong» answer alike.</summary>
internal static class SignIn
{
    public sealed record Request([property: Required, MaxLength(100)] string Login, [property: Required, MaxLength(200)] string Password);

    /// <summary>The same on the page as in the API.</summary>
    public const string WrongLogin = "ログイン名かパスワードが違います。続けて間違えると5分間使えなくなります。";

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(Request request, StaffSessions sessions) =>
        await sessions.TrySignInAsync(request.Login, request.Password)
            ? TypedResults.NoContent()
            : Problems.Plain(401, "access.wrong-login", WrongLogin);
}
