using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Infrastructure.Access;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Ends the session of this browser, or of this desk.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignInManager<StaffAccount> sessions, StaffPresence presence, BousaiDbContext db) : HqPage
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/hq"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await presence.ForgetAsync(db, User, cancellationToken);
        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        await sessions.SignOutAsync();
        return LocalRedirect(Url.Content("~/hq/sign-in"));
    }
}
