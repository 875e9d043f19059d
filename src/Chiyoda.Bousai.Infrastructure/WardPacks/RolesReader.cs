using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>roles.json</c>: who may decide, in order of succession.</summary>
internal static class RolesReader
{
    public const string File = "roles.json";

    public static IReadOnlyList<Authority> Read(PackFolder folder)
    {
        if (folder.Verified(File) is not { } file)
        {
            return [];
        }

        var authorities = new List<Authority>();
        foreach (var item in file.Objects("authorities"))
        {
            var authority = new Authority(
                item.Text("id"),
                item.Text("office"),
                item.TextOrNull("holder"),
                item.Text("basis"),
                Levels(item),
                item.Words<Hazard>("hazards"))
            { ActsFor = item.OptionalText("actsFor") };
            item.Done();
            if (authority.Hazards.Count == 0)
            {
                item.Problem(PackRules.EmptyList, "hazards");
            }

            if (authorities.Exists(other => other.Id == authority.Id))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            // Whom one stands in for comes before them in the order of succession; so nobody stands in for themselves.
            if (authority.ActsFor is { } principal && !authorities.Exists(other => other.Id == principal))
            {
                item.Problem(PackRules.UnknownPrincipal, "actsFor", principal);
            }

            authorities.Add(authority);
        }

        file.Done();
        return authorities;
    }

    private static List<int> Levels(PackObject item)
    {
        var levels = item.Numbers("levels");
        foreach (var (level, _) in levels.Where(level => level.Number is not (3 or 4 or 5)))
        {
            item.Problem(PackRules.LevelRange, "levels", $"{level}");
        }

        return [.. levels.Select(level => level.Number)];
    }
}
