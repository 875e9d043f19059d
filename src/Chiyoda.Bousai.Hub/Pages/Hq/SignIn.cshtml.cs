using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A member of staff signs in on a page; «not known» and «wrong» answer alike.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(SignInManager<StaffAccount> sessions) : HqPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        sessions.AuthenticationScheme = IdentityConstants.ApplicationScheme;
        var result = await sessions.PasswordSignInAsync(Login ?? string.Empty, password ?? string.Empty, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/hq"));
        }

        Wrong = Features.Access.SignIn.WrongLogin;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
