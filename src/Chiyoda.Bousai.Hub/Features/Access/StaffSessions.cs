using System.Globalization;
using System.Security.Claims;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Signing in, and the password asked again before something leaves the house.</summary>
internal sealed class StaffSessions(SignInManager<StaffAccount> sessions, UserManager<StaffAccount> accounts, TimeProvider clock)
{
    /// <summary>A password counts this long; then a release asks for it again. A session left open on a desk releases nothing.</summary>
    public static readonly TimeSpan PasswordCountsFor = TimeSpan.FromMinutes(5);

    private const string PasswordAtClaim = "bousai:password-at";

    public static readonly Refusal StepUpNeeded = new(
        RefusalKind.Forbidden, "access.step-up-needed", "パスワードを入れてから5分を過ぎています。発信の前に、もう一度パスワードを入れてください。");

    public static readonly Refusal WrongPassword = new(
        RefusalKind.Forbidden, "access.wrong-password", "パスワードが違います。続けて間違えると5分間使えなくなります。");

    /// <summary>Signs in; «not known» and «wrong» answer alike.</summary>
    public async Task<bool> TrySignInAsync(string? login, string? password)
    {
        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        var account = await accounts.FindByNameAsync(login ?? string.Empty);
        return account is not null && await TryAsync(account, password);
    }

    /// <summary>Whether the password was given lately, by this session or now.</summary>
    /// <returns><see langword="null"/> when it was, or why not.</returns>
    public async Task<Refusal?> AskAgainAsync(ClaimsPrincipal user, string? password)
    {
        if (IsFresh(user))
        {
            return null;
        }

        if (string.IsNullOrEmpty(password) || await accounts.GetUserAsync(user) is not { } account)
        {
            return StepUpNeeded;
        }

        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        return await TryAsync(account, password) ? null : WrongPassword;
    }

    /// <summary>Whether this session's password counts still.</summary>
    public bool IsFresh(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(PasswordAtClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < PasswordCountsFor;

    private async Task<bool> TryAsync(StaffAccount account, string? password)
    {
        if (!(await sessions.CheckPasswordSignInAsync(account, password ?? string.Empty, lockoutOnFailure: true)).Succeeded)
        {
            return false;
        }

        await sessions.SignInWithClaimsAsync(
            account, isPersistent: false, [new Claim(PasswordAtClaim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))]);
        return true;
    }
}
