using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>A page that takes large bodies from those who record, and from nobody else: the role is asked for before the body is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RecorderPostsAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery filter (1000), which reads the form.</summary>
    public int Order => 0;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var rights = context.HttpContext.RequestServices.GetRequiredService<IAuthorizationService>();
        if (HttpMethods.IsPost(context.HttpContext.Request.Method)
            && !(await rights.AuthorizeAsync(context.HttpContext.User, Policies.Recorder)).Succeeded)
        {
            context.Result = new ForbidResult();
        }
    }
}
