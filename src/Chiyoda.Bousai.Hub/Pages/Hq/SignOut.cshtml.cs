using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Ends the session of this browser, or of this desk.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(SignInManager<StaffAccount> sessions) : HqPage
{
    public IActionResult OnGet() => LocalRedirect(Url.Content("~/hq"));

    public async Task<IActionResult> OnPostAsync()
    {
        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        await sessions.SignOutAsync();
        return LocalRedirect(Url.Content("~/hq/sign-in"));
    }
}
