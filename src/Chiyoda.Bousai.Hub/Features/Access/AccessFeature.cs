using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Access;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Accounts, sessions, policies.</summary>
internal static class AccessFeature
{
    public const string SessionCookie = "bousai-session";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffAccount>(identity =>
            {
                identity.Password.RequiredLength = 8;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Lockout.MaxFailedAccessAttempts = 10;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddEntityFrameworkStores<BousaiDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaims>();
        services.AddSingleton<StaffPresence>();
        services.AddSingleton<StepUpGuesses>();
        services.AddScoped<StaffSessions>();
        services.AddScoped<PasskeyCeremonies>();
        services.AddScoped<StaffPasskeys>();
        services.AddOptions<PasskeyOptions>().BindConfiguration(PasskeyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PasskeyOptions>>((identity, ours) => Configure(identity, ours.Value));
        services.AddDataProtection().SetApplicationName("Chiyoda.Bousai").PersistKeysToDbContext<BousaiDbContext>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Configure);
        services.AddAuthorization(Policies.Configure);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "bousai-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/api/v1/session").WithTags("Access").AllowAnonymous();
        session.MapPost("/", SignIn.HandleAsync).RequireRateLimiting(RateLimits.SignIn)
            .Describe("signIn", "A member of staff signs in; the answer sets the session cookie.")
            .Refuses(401, "access.wrong-login");
        session.MapDelete("/", SignOut.HandleAsync).Describe("signOut", "Ends the session of this caller.");

        var challenges = routes.MapGroup("/api/v1/passkey-challenges").WithTags("Access").RequireRateLimiting(RateLimits.PasskeyChallenge);
        challenges.MapPost("/sign-in", AskPasskey.ForSignInAsync).AllowAnonymous()
            .Describe("askPasskeyForSignIn", "What to ask a passkey of whoever signs in; it holds for this browser and one answer, for 5 min.");
        challenges.MapPost("/step-up", AskPasskey.ForStepUpAsync).RequireAuthorization(Policies.Viewer)
            .Describe("askPasskeyForStepUp", "What to ask a passkey of this caller before a release.").Refuses(StaffSessions.NoPasskey);
        challenges.MapPost("/registration", AskPasskey.ForRegistrationAsync).RequireAuthorization(Policies.Viewer)
            .Describe("askForNewPasskey", "What to ask for a new passkey of this caller.").Refuses(StaffSessions.PasswordNeeded);
    }

    /// <summary>A passkey proves a person, not a device that somebody found: it verifies its user, and is found without a login name.</summary>
    private static void Configure(IdentityPasskeyOptions identity, PasskeyOptions ours)
    {
        var origins = OriginsAttribute.Read(ours.Origins);
        identity.ServerDomain = ours.RelyingParty.Length > 0 ? ours.RelyingParty : null;
        identity.UserVerificationRequirement = "required";
        identity.ResidentKeyRequirement = "required";
        identity.AttestationConveyancePreference = "none";
        identity.ValidateOrigin = asked =>
        {
            var request = asked.HttpContext.Request;
            return ValueTask.FromResult(!asked.CrossOrigin
                && (origins.Count > 0 ? origins.Contains(asked.Origin, StringComparer.Ordinal) : asked.Origin == $"{request.Scheme}://{request.Host}"));
        };
    }

    private static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/hq/sign-in";
        cookie.AccessDeniedPath = "/hq/denied";
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= StaffPresence.IsUse(context.HttpContext);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, "access.no-session", "サインインしてください。");
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, "access.no-role", "この操作の権限がありません。");
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (!StaffPresence.IsUse(context.HttpContext))
        {
            // The look at the account, every half hour, would renew it too.
            context.ShouldRenew = false;
            return;
        }

        await context.HttpContext.RequestServices.GetRequiredService<StaffPresence>().NoteAsync(context);
    }

    /// <summary>Programs get a status, people get a page: never a redirect under <c>/api</c>.</summary>
    private static async Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, string code, string message)
    {
        if (context.Request.Path.StartsWithSegments("/hq", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        await Problems.Plain(status, code, message).ExecuteAsync(context.HttpContext);
    }
}
