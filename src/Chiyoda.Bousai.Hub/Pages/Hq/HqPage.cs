using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What every page of headquarters has: its frame, its age, and one way to take a step and to say «no».</summary>
internal abstract class HqPage : PageModel
{
    private string? _tried;

    public HqFrame Frame { get; private set; } = null!;

    /// <summary>What was just done, said once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The step that was refused in this request.</summary>
    public RefusedStep? Refused { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Response.Headers.CacheControl = "no-cache, no-store";
        Frame = await HqFrame.ReadAsync(HttpContext);
        await next();
    }

    /// <summary>What the person typed into a field of the step that was refused or only looked at: nobody types twice at night.</summary>
    public string Typed(string step, string field, string otherwise = "") =>
        (Refused?.Step ?? _tried) == step && Request.HasFormContentType ? Request.Form[field].ToString() : otherwise;

    /// <summary>Takes a step: done leads to the page anew (a reload repeats nothing), refused shows this page with the reason.</summary>
    /// <param name="step">Name of the form.</param>
    /// <param name="isAllowed">Whether this person's role has the form.</param>
    /// <param name="act">The step itself.</param>
    /// <param name="done">Where to go, and what to say there.</param>
    /// <param name="show">Reads this page for showing the refusal.</param>
    protected async Task<IActionResult> TakeAsync<T>(
        string step, bool isAllowed, Func<Task<Outcome<T>>> act, Func<T, (string Address, string Said)> done, Func<Task<IActionResult>> show)
        where T : notnull
    {
        if (!isAllowed)
        {
            return Forbid();
        }

        Refusal? refusal;
        try
        {
            if ((await act()).TryGet(out var made, out refusal))
            {
                (var address, Done) = done(made);
                return LocalRedirect(Url.Content(address));
            }
        }
        catch (Exception fault) when (Conflicts.IsConflict(fault))
        {
            refusal = EvacuationRefusals.StaleVersion;
        }

        Refuse(step, refusal);
        return await show();
    }

    /// <summary>Looks at what a step would make, without taking it: this page again, with it or with the reason why not.</summary>
    /// <param name="step">Name of the form.</param>
    /// <param name="isAllowed">Whether this person's role has the form.</param>
    /// <param name="draft">Makes it, unsaved.</param>
    /// <param name="look">Keeps what is to be shown.</param>
    /// <param name="show">Reads this page.</param>
    protected async Task<IActionResult> LookAsync<T>(
        string step, bool isAllowed, Func<Task<Outcome<T>>> draft, Func<T, Task> look, Func<Task<IActionResult>> show)
        where T : notnull
    {
        if (!isAllowed)
        {
            return Forbid();
        }

        _tried = step;
        if ((await draft()).TryGet(out var made, out var refusal))
        {
            await look(made);
        }
        else
        {
            Refuse(step, refusal);
        }

        return await show();
    }

    /// <summary>Says «no» on the page that is shown.</summary>
    protected void Refuse(string step, Refusal refusal)
    {
        Refused = new RefusedStep(step, refusal);
        Response.StatusCode = refusal.ToProblem().StatusCode;
    }

    /// <summary>There is no such thing: said on a page, with a way back.</summary>
    protected IActionResult Missing()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}

/// <summary>A step that was refused.</summary>
/// <param name="Step">Name of the form.</param>
/// <param name="Refusal">Why, and what to do.</param>
internal sealed record RefusedStep(string Step, Refusal Refusal);
