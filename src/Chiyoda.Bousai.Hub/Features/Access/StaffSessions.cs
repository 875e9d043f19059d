using System.Globalization;
using System.Security.Claims;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Signing in by password or passkey, and either asked again before something leaves the house.</summary>
internal sealed class StaffSessions(
    SignInManager<StaffAccount> sessions, UserManager<StaffAccount> accounts, PasskeyCeremonies passkeys, StepUpGuesses guesses, TimeProvider clock,
    ILogger<StaffSessions> logger)
{
    /// <summary>A password or a passkey counts this long; then a release asks again. A session left open on a desk releases nothing.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromMinutes(5);

    /// <summary>Nodes may differ by this much.</summary>
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(1);

    private const string PasswordAtClaim = "bousai:password-at";

    private const string PasskeyAtClaim = "bousai:passkey-at";

    public static readonly Refusal StepUpNeeded = new(
        RefusalKind.Forbidden, "access.step-up-needed", "本人の確認から5分を過ぎています。発信の前に、もう一度パスワードかパスキーで確かめてください。");

    public static readonly Refusal WrongPassword = new(
        RefusalKind.Forbidden, "access.wrong-password", "パスワードが違います。続けて間違えると5分間使えなくなります。");

    /// <summary>The tenth wrong one of this session's account.</summary>
    public static readonly Refusal Locked = LockedUntil("5分のあいだ");

    public static readonly Refusal WrongPasskey = new(
        RefusalKind.Forbidden, "access.wrong-passkey", "パスキーで確かめられませんでした。もう一度行うか、パスワードを使ってください。");

    public static readonly Refusal NoPasskey = new(
        RefusalKind.Conflict, "access.no-passkey", "このアカウントにはパスキーがありません。パスワードを使ってください。");

    public static readonly Refusal PasswordNeeded = new(
        RefusalKind.Forbidden, "access.password-needed", "パスキーを登録する前に、もう一度パスワードを入れてください。");

    /// <summary>Signs in; «not known» and «wrong» answer alike.</summary>
    public async Task<bool> TrySignInAsync(string? login, string? password)
    {
        if (await accounts.FindByNameAsync(login ?? string.Empty) is { } account)
        {
            return await TryPasswordAsync(account, password);
        }

        AccessLog.UnknownLogin(logger);
        return false;
    }

    /// <summary>Signs in whoever's passkey it is.</summary>
    /// <param name="answer">The credential as the browser gave it.</param>
    public async Task<bool> TrySignInByPasskeyAsync(string? answer) => await TryPasskeyAsync(account: null, answer);

    /// <summary>Whether the password was given or a passkey shown lately, by this session or now.</summary>
    /// <param name="user">The session.</param>
    /// <param name="password">As typed now.</param>
    /// <param name="passkey">The answer of a passkey, which goes before the password.</param>
    /// <returns><see langword="null"/> when it was, or why not.</returns>
    public async Task<Refusal?> AskAgainAsync(ClaimsPrincipal user, string? password, string? passkey = null)
    {
        if (IsFresh(user))
        {
            return null;
        }

        if ((string.IsNullOrEmpty(password) && string.IsNullOrEmpty(passkey)) || await accounts.GetUserAsync(user) is not { } account)
        {
            return StepUpNeeded;
        }

        return string.IsNullOrEmpty(passkey)
            ? await TryPasswordAgainAsync(account, password)
            : await TryPasskeyAsync(account, passkey) ? null : WrongPasskey;
    }

    /// <summary>Asks for the password even of a session that a passkey has made fresh.</summary>
    public async Task<Refusal?> AskPasswordAsync(ClaimsPrincipal user, string? password) =>
        IsPasswordFresh(user) ? null
        : await accounts.GetUserAsync(user) is { } account ? await TryPasswordAgainAsync(account, password)
        : WrongPassword;

    /// <summary>Whether this session's password or passkey counts still.</summary>
    public bool IsFresh(ClaimsPrincipal user) => IsPasswordFresh(user) || Counts(user, PasskeyAtClaim);

    /// <summary>Whether this session's password counts still: what a stolen passkey must not be enough for.</summary>
    public bool IsPasswordFresh(ClaimsPrincipal user) => Counts(user, PasswordAtClaim);

    /// <summary>What a form that releases must ask of this session.</summary>
    public async Task<StepUp> StepUpAsync(ClaimsPrincipal user) => IsFresh(user)
        ? StepUp.NotNeeded
        : new StepUp(IsNeeded: true, await accounts.GetUserAsync(user) is { } account && (await accounts.GetPasskeysAsync(account)).Count > 0);

    private bool Counts(ClaimsPrincipal user, string claim) =>
        long.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) < CountsFor;

    private async Task<bool> TryPasswordAsync(StaffAccount account, string? password)
    {
        var checking = await sessions.CheckPasswordSignInAsync(account, password ?? string.Empty, lockoutOnFailure: true);
        if (checking.Succeeded)
        {
            return await BeginAsync(account, PasswordAtClaim, "password");
        }

        AccessLog.PasswordRefused(logger, account.Id, checking.IsLockedOut);
        return false;
    }

    /// <summary>
    /// The password of a session that is there already. A lock after wrong ones at the sign-in, which anybody can set who knows the login, does
    /// not hold here: what is tried in sessions is counted by itself.
    /// </summary>
    private async Task<Refusal?> TryPasswordAgainAsync(StaffAccount account, string? password)
    {
        if (guesses.Try(account.Id) is { } until)
        {
            AccessLog.PasswordRefused(logger, account.Id, isLocked: true);
            return LockedUntil($"{until.Clock()}まで");
        }

        var isLocked = await accounts.IsLockedOutAsync(account);
        var isRight = isLocked
            ? !IsClosed(account) && await sessions.CanSignInAsync(account) && await accounts.CheckPasswordAsync(account, password ?? string.Empty)
            : (await sessions.CheckPasswordSignInAsync(account, password ?? string.Empty, lockoutOnFailure: true)).Succeeded;
        if (!isRight)
        {
            AccessLog.PasswordRefused(logger, account.Id, isLocked);
            return WrongPassword;
        }

        guesses.Forget(account.Id);
        await BeginAsync(account, PasswordAtClaim, "password");
        return null;
    }

    /// <summary>A passkey cannot be guessed, so wrong passwords of others do not lock it; an account that is closed stays closed.</summary>
    private async Task<bool> TryPasskeyAsync(StaffAccount? account, string? answer)
    {
        if (await passkeys.TakeAsync(account, answer) is { } shown && await sessions.CanSignInAsync(shown) && !IsClosed(shown))
        {
            return await BeginAsync(shown, PasskeyAtClaim, "passkey");
        }

        AccessLog.PasskeyRefused(logger);
        return false;
    }

    /// <summary>Locked for longer than wrong passwords lock: somebody did it on purpose.</summary>
    private bool IsClosed(StaffAccount account) =>
        account.LockoutEnabled && account.LockoutEnd > clock.GetUtcNow() + accounts.Options.Lockout.DefaultLockoutTimeSpan + ClockError;

    private static Refusal LockedUntil(string when) => new(
        RefusalKind.Forbidden, "access.locked", $"続けて誤ったパスワードが入れられたため、パスワードは{when}使えません。パスキーを登録してあれば、それで続けられます。");

    private async Task<bool> BeginAsync(StaffAccount account, string claim, string means)
    {
        AccessLog.Confirmed(logger, account.Id, means);
        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        await sessions.SignInWithClaimsAsync(
            account, isPersistent: false, [new Claim(claim, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))]);
        return true;
    }
}
