using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>
/// Exercise only: the author's desk, the releaser's desk and a resident's phone side by side, so that one person can play the
/// whole chain. It shows nothing by itself; each frame asks for its own sign-in.
/// </summary>
[AllowAnonymous]
internal sealed class DesksModel : HqPage
{
    public static IReadOnlyList<Desk> All { get; } =
    [
        new(Desks.Names[0], "起案する人の机", "ログイン名 author で入ります。案を提出し、権限者の決裁を記録します。"),
        new(Desks.Names[1], "発信する人の机", "ログイン名 releaser で入ります。確かめて発信します。"),
    ];

    // A desk inside a desk would never end.
    public IActionResult OnGet() => Frame.IsExercise && !Request.PathBase.HasValue ? Page() : NotFound();
}

/// <summary>One desk.</summary>
/// <param name="Name">Its part of the address.</param>
/// <param name="Title">Whose it is.</param>
/// <param name="Hint">Which log-in belongs there, and what is done at it.</param>
internal sealed record Desk(string Name, string Title, string Hint);
