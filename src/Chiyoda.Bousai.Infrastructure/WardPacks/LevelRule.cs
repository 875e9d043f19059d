using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Level 3, 4 or 5 for the four hazards that have levels, null for every other.</summary>
internal static class LevelRule
{
    public static int? Read(PackObject item, Hazard hazard)
    {
        var level = item.NumberOrNull("level");
        if (level is not (null or 3 or 4 or 5))
        {
            item.Problem(PackRules.LevelRange, "level");
        }
        else if (hazard.HasLevel() && level is null)
        {
            item.Problem(PackRules.LevelRequired, "level");
        }
        else if (!hazard.HasLevel() && level is not null)
        {
            item.Problem(PackRules.LevelWithoutMeaning, "level");
        }

        return level;
    }

    /// <summary>Whether a level that was read is one that the hazard has; if not, it has been reported.</summary>
    public static bool IsSound(Hazard hazard, int? level) => hazard.HasLevel() ? level is 3 or 4 or 5 : level is null;
}
