using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>zones/*.json</c>.</summary>
internal static class ZonesReader
{
    public static IReadOnlyDictionary<string, Zone> Read(
        PackFolder folder,
        IReadOnlyList<string> languages,
        IReadOnlyDictionary<AreaCode, Area> areas,
        IReadOnlyDictionary<string, Cause> causes)
    {
        var zones = new OrderedDictionary<string, Zone>(StringComparer.Ordinal);
        foreach (var name in folder.JsonFiles("zones"))
        {
            if (folder.Verified(name) is not { } file)
            {
                continue;
            }

            var zone = new Zone(
                file.Text("id"),
                file.Localized("names", languages),
                file.Word<Hazard>("hazard"),
                file.Text("cause"),
                Members(file, areas),
                file.Text("basis"));
            file.Done();
            if (Path.GetFileNameWithoutExtension(name) != zone.Id)
            {
                file.Problem(PackRules.FileName, "id");
            }

            if (!causes.TryGetValue(zone.Cause, out var cause))
            {
                file.Problem(PackRules.UnknownCause, "cause");
            }
            else if (cause.Hazard != zone.Hazard)
            {
                file.Problem(PackRules.CauseHazard, "hazard");
            }

            zones[zone.Id] = zone;
        }

        return zones;
    }

    private static List<AreaCode> Members(PackObject file, IReadOnlyDictionary<AreaCode, Area> areas)
    {
        var members = new List<AreaCode>();
        foreach (var member in file.Objects("areas"))
        {
            var code = new AreaCode(member.Text("code"));
            var name = member.Text("name");
            member.Done();
            if (!areas.TryGetValue(code, out var area))
            {
                member.Problem(PackRules.UnknownArea, "code");
            }
            else if (area.Name != name)
            {
                member.Problem(PackRules.AreaNameDiffers, "name");
            }

            if (members.Contains(code))
            {
                member.Problem(PackRules.Duplicate, "code");
            }

            members.Add(code);
        }

        if (members.Count == 0)
        {
            file.Problem(PackRules.EmptyList, "areas");
        }

        return members;
    }
}
