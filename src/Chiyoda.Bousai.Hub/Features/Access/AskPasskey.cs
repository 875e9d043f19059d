using System.Security.Claims;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>A page asks what it must ask a passkey; the answer comes with the form that needs it.</summary>
internal static class AskPasskey
{
    /// <param name="Options">What the browser needs, as JSON text: its members are those of WebAuthn Level 3, 5.1.9 and 5.1.10, not ours.</param>
    public sealed record Response(string Options);

    public static async Task<Ok<Response>> ForSignInAsync(PasskeyCeremonies passkeys) => Answer(await passkeys.AskAsync(account: null));

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> ForStepUpAsync(
        PasskeyCeremonies passkeys, UserManager<StaffAccount> accounts, ClaimsPrincipal user) =>
        await accounts.GetUserAsync(user) is { } account && (await accounts.GetPasskeysAsync(account)).Count > 0
            ? Answer(await passkeys.AskAsync(account))
            : StaffSessions.NoPasskey.ToProblem();

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> ForRegistrationAsync(
        PasskeyCeremonies passkeys, UserManager<StaffAccount> accounts, StaffSessions sessions, ClaimsPrincipal user) =>
        sessions.IsPasswordFresh(user) && await accounts.GetUserAsync(user) is { } account
            ? Answer(await passkeys.AskNewAsync(account))
            : StaffSessions.PasswordNeeded.ToProblem();

    private static Ok<Response> Answer(string options) => TypedResults.Ok(new Response(options));
}
