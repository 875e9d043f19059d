using System.Globalization;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.CallOuts;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Pages.Hq;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages;

/// <summary>
/// Somebody on duty answers by the link of a message: no account, no cookie. Looking changes nothing, since mail programs open links by
/// themselves; the button does. The signature of the link is what keeps forms of other sites out: they do not have it.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.PublicWrite)]
internal sealed class AnswerModel(BousaiDbContext db, CallOutDesk desk, CallOutTokens tokens, WardPack pack, Deployment deployment, AssetLibrary assets, TimeProvider clock) : PageModel
{
    public bool IsExercise => deployment.IsExercise;

    public string Ward => pack.Ward.Name.Ja;

    public string AssetVersion => assets.Version;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public CallOut? CallOut { get; private set; }

    public Arrival? Arrival { get; private set; }

    public string PostName { get; private set; } = string.Empty;

    public Refusal? Refusal { get; private set; }

    public string StateWord => CallOut switch
    {
        { State: CallOutState.Answered } answered => $"{(answered.AnsweredPost.Length > 0 ? desk.NameOf(answered.AnsweredPost) : "災害対策本部")}が受けました",
        { } other => other.State.Word(),
        null => string.Empty,
    };

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => ShowAsync(token, null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string token, string? step, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } place)
        {
            return await ShowAsync(token, null, cancellationToken);
        }

        var actor = new Actor(null, desk.NameOf(place.Post), string.Empty, "link");
        Refusal? refusal;
        if (step == "take")
        {
            (await desk.AnswerAsync(place.CallOutId, place.Post, actor, cancellationToken)).TryGet(out _, out refusal);
        }
        else
        {
            var (state, until) = Read(step);
            (await desk.ArriveAsync(place.CallOutId, place.Post, state, until, actor, cancellationToken)).TryGet(out _, out refusal);
        }

        return refusal is null ? LocalRedirect(Url.Content($"~/call-out/{token}")) : await ShowAsync(token, refusal, cancellationToken);
    }

    private static (ArrivalState State, TimeSpan? Until) Read(string? step) => step switch
    {
        "here" => (ArrivalState.Arrived, null),
        "no" => (ArrivalState.CannotCome, null),
        _ when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= 1440 => (ArrivalState.Coming, TimeSpan.FromMinutes(minutes)),
        _ => (ArrivalState.Asked, null),
    };

    private async Task<IActionResult> ShowAsync(string token, Refusal? refusal, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Refusal = refusal;
        if (tokens.Read(token) is { } place)
        {
            CallOut = await db.CallOuts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == place.CallOutId, cancellationToken);
            Arrival = await db.Arrivals.AsNoTracking().SingleOrDefaultAsync(row => row.CallOutId == place.CallOutId && row.Post == place.Post, cancellationToken);
            PostName = desk.NameOf(place.Post);
        }

        Refusal ??= CallOut is null ? CallOutRefusals.Unknown : null;
        Response.StatusCode = Refusal?.ToProblem().StatusCode ?? StatusCodes.Status200OK;
        return Page();
    }
}
