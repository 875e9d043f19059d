using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.WardPacks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Facilities;

/// <summary>Staff read the register of facilities, page by page in the order of the file.</summary>
internal static class ListFacilities
{
    public const int MaxLimit = 500;

    /// <param name="Items">One page.</param>
    /// <param name="Total">All rows of the register; 0 also when the ward has none, see <paramref name="IsRegistered"/>.</param>
    /// <param name="IsRegistered">Whether the ward has a register at all.</param>
    public sealed record Response(IReadOnlyList<FacilityView> Items, int Total, bool IsRegistered);

    /// <param name="pack">The ward pack.</param>
    /// <param name="skip">Rows left out at the beginning, 0–10000.</param>
    /// <param name="limit">At most as many rows, 1–500.</param>
    public static Ok<Response> Handle(WardPack pack, [Range(0, 10_000)] int skip = 0, [Range(1, MaxLimit)] int limit = 100) => TypedResults.Ok(new Response(
        [.. pack.Facilities.Skip(skip).Take(limit).Select(FacilityView.Of)], pack.Facilities.Count, pack.FacilityWording is not null));
}
