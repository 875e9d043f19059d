using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A member of staff signs in on a page; «not known» and «wrong» answer alike.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class SignInModel(StaffSessions sessions) : HqPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    public string? Wrong { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? password) =>
        Answer(await sessions.TrySignInAsync(Login, password), Features.Access.SignIn.WrongLogin);

    public async Task<IActionResult> OnPostPasskeyAsync(string? passkey) =>
        Answer(await sessions.TrySignInByPasskeyAsync(passkey), StaffSessions.WrongPasskey.Message);

    private IActionResult Answer(bool isSignedIn, string wrong)
    {
        if (isSignedIn)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/hq"));
        }

        Wrong = wrong;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
