using Microsoft.AspNetCore.Authorization;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>Says which role is missing, and to whom one turns.</summary>
[AllowAnonymous]
internal sealed class DeniedModel : HqPage
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
