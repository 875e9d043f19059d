using System.Security.Cryptography;
using System.Text.Json;
using Chiyoda.Bousai.Infrastructure.Access;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>
/// Asks a passkey and judges its answer; the cryptography is the framework's. What was asked stands in a cookie that only this
/// hub can read, so the question holds for this browser, one purpose and one account, and for one answer, right or wrong.
/// </summary>
/// <seealso href="https://www.w3.org/TR/webauthn-3/">Web Authentication, Level 3</seealso>
internal sealed class PasskeyCeremonies(
    IPasskeyHandler<StaffAccount> handler, UserManager<StaffAccount> accounts, BousaiDbContext db, IDataProtectionProvider protection,
    IHttpContextAccessor browser, TimeProvider clock)
{
    /// <summary>Room for an attestation that some authenticators send unasked; with none it is under 2,000.</summary>
    public const int MaxAnswerLength = 16_384;

    public const string Cookie = "bousai-passkey";

    private static readonly TimeSpan HoldsFor = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Chiyoda.Bousai.Passkeys");

    private HttpContext Context => browser.HttpContext ?? throw new InvalidOperationException("A passkey is asked within a request.");

    /// <summary>Asks for a new passkey of an account.</summary>
    /// <returns>What the browser needs (<c>PublicKeyCredentialCreationOptions</c>), as JSON.</returns>
    public async Task<string> AskNewAsync(StaffAccount account)
    {
        var entity = new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName };
        var asked = await handler.MakeCreationOptionsAsync(entity, Context);
        Keep(PasskeyPurpose.Registration, account.Id, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>Asks for a passkey of an account, or of whoever signs in.</summary>
    /// <returns>What the browser needs (<c>PublicKeyCredentialRequestOptions</c>), as JSON.</returns>
    public async Task<string> AskAsync(StaffAccount? account)
    {
        var asked = await handler.MakeRequestOptionsAsync(account, Context);
        Keep(account is null ? PasskeyPurpose.SignIn : PasskeyPurpose.StepUp, account?.Id, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <returns>The new passkey, not kept yet; <see langword="null"/> when the answer is not what was asked for.</returns>
    public async Task<UserPasskeyInfo?> TakeNewAsync(StaffAccount account, string? answer)
    {
        if (await SpendAsync(PasskeyPurpose.Registration, account.Id, answer) is not { } state)
        {
            return null;
        }

        var made = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = answer!, AttestationState = state });
        return made.Succeeded && made.UserEntity.Id == account.Id.ToString() ? made.Passkey : null;
    }

    /// <summary>Judges an answer; whether the account may sign in is asked by the caller.</summary>
    /// <param name="account">Whose passkey it must be; <see langword="null"/> = it says so itself.</param>
    /// <param name="answer">The credential as the browser gave it.</param>
    /// <returns>The account, or <see langword="null"/>.</returns>
    public async Task<StaffAccount?> TakeAsync(StaffAccount? account, string? answer)
    {
        if (await SpendAsync(account is null ? PasskeyPurpose.SignIn : PasskeyPurpose.StepUp, account?.Id, answer) is not { } state)
        {
            return null;
        }

        var judged = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = answer!, AssertionState = state });
        if (!judged.Succeeded || (account is not null && judged.User.Id != account.Id))
        {
            return null;
        }

        // Its counter tells a copy from the original (WebAuthn 7.2, step 22).
        return (await accounts.AddOrUpdatePasskeyAsync(judged.User, judged.Passkey)).Succeeded ? judged.User : null;
    }

    private void Keep(PasskeyPurpose purpose, Guid? account, string? state)
    {
        var now = clock.GetUtcNow();
        var asked = JsonSerializer.Serialize(new Asked(Guid.CreateVersion7(now), purpose, account, now, state ?? string.Empty));
        Context.Response.Cookies.Append(Cookie, _protector.Protect(asked), CookieOptions());
    }

    /// <returns>What the framework wants to see again, or <see langword="null"/> when nothing like that was asked here, or was answered before.</returns>
    private async Task<string?> SpendAsync(PasskeyPurpose purpose, Guid? account, string? answer)
    {
        Context.Response.Cookies.Delete(Cookie, CookieOptions());
        if (answer is not { Length: > 0 and <= MaxAnswerLength } || Read() is not { } asked
            || asked.Purpose != purpose || asked.Account != account || clock.GetUtcNow() - asked.At >= HoldsFor)
        {
            return null;
        }

        var old = clock.GetUtcNow() - 2 * HoldsFor;
        await db.SpentChallenges.Where(spent => spent.SpentAt < old).ExecuteDeleteAsync(Context.RequestAborted);
        var row = db.Add(new SpentChallenge(asked.Id, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(Context.RequestAborted);
            return asked.State;
        }
        catch (DbUpdateException fault) when (Conflicts.IsConflict(fault))
        {
            row.State = EntityState.Detached;
            return null;
        }
    }

    private Asked? Read()
    {
        try
        {
            return Context.Request.Cookies[Cookie] is { } cookie ? JsonSerializer.Deserialize<Asked>(_protector.Unprotect(cookie)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions CookieOptions() => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = Context.Request.IsHttps,
        IsEssential = true,
        Path = Context.Request.PathBase.HasValue ? Context.Request.PathBase.Value : "/",
        MaxAge = HoldsFor,
    };

    private enum PasskeyPurpose
    {
        SignIn,
        StepUp,
        Registration,
    }

    private sealed record Asked(Guid Id, PasskeyPurpose Purpose, Guid? Account, DateTimeOffset At, string State);
}
