using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Areas;

/// <summary>Staff draw a ring on the drawing of the ward and read how much of each area's derived cell lies inside: an aid, never the choice.</summary>
internal static class ListAreasInside
{
    private const int MostCorners = 100;

    /// <summary>The ring cannot be read.</summary>
    public static readonly Refusal RingUnreadable = new(
        RefusalKind.Invalid, "areas.ring-unreadable", $"ring は 概略図の上の角を「x,y」で、3か所から{MostCorners}か所まで、空白で区切って書いてください。");

    /// <param name="IsDerived">Always true: cells are made up from points, and decide nothing.</param>
    /// <param name="Items">Areas of which something is inside, most first.</param>
    public sealed record Response(bool IsDerived, IReadOnlyList<Item> Items);

    /// <param name="Code">Area code of the ward pack.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Share">How much of its derived cell lies inside, 0 to 1.</param>
    public sealed record Item(string Code, string Name, double Share);

    /// <param name="ring">Corners on the drawing, «x,y» in its units, three to a hundred, parted by blanks.</param>
    /// <param name="map">The drawing.</param>
    /// <param name="pack">Names of areas.</param>
    public static Results<Ok<Response>, ProblemHttpResult> Handle([Required, MaxLength(2000)] string ring, WardMap map, WardPack pack)
    {
        var corners = ring.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Read).ToList();
        return corners.Count is < 3 or > MostCorners || corners.Contains(null)
            ? RingUnreadable.ToProblem()
            : TypedResults.Ok(new Response(
                true,
                [.. (map.Sheet?.SharesInside([.. corners.Select(corner => corner!.Value)]) ?? [])
                    .Select(share => new Item(share.Code.Value, pack.Areas[share.Code].Name, Math.Round(share.Share, 3)))]));
    }

    private static (double X, double Y)? Read(string corner)
    {
        var parts = corner.Split(',');
        return parts.Length == 2 && TryRead(parts[0], out var x) && TryRead(parts[1], out var y) ? (x, y) : null;
    }

    /// <summary>The sheet is 1,000 wide; a corner far off it is a mistake.</summary>
    private static bool TryRead(string text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value) && Math.Abs(value) <= 10_000;
}
