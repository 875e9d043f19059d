using Chiyoda.Bousai.Domain.WardPacks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Who may decide, on which law, up to which level.</summary>
internal static class ListAuthorities
{
    public sealed record Response(IReadOnlyList<Authority> Items);

    public sealed record Authority(string Id, string Office, string Basis, IReadOnlyList<int> Levels);

    public static Ok<Response> Handle(WardPack pack) => TypedResults.Ok(new Response(
        [.. pack.Authorities.Select(authority => new Authority(authority.Id, authority.Office, authority.Basis, authority.Levels))]));
}
