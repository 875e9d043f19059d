using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>incidents.json</c>: the postures of the ward's plan and what suggests them. A pack may have none.</summary>
internal static class IncidentsReader
{
    public const string File = "incidents.json";

    // As long as the columns are.
    private const int MaxId = 64;
    private const int MaxName = 100;
    private const int MaxBasis = 1000;

    public static IncidentPlan Read(PackFolder folder)
    {
        if (!folder.Has(File) || folder.Verified(File) is not { } file)
        {
            return IncidentPlan.Empty;
        }

        var postures = Postures(file);
        var rules = Rules(file, postures);
        file.Done();
        return new IncidentPlan(postures, rules);
    }

    private static List<Posture> Postures(PackObject file)
    {
        var postures = new List<Posture>();
        foreach (var item in file.Objects("postures"))
        {
            var posture = new Posture(
                item.Text("id", MaxId), item.Text("name", MaxName), item.Word<HeadquartersKind>("headquarters"), item.Text("basis", MaxBasis), postures.Count)
            {
                Posts = item.OptionalTexts("posts") ?? [],
            };
            item.Done();
            if (postures.Exists(other => other.Id == posture.Id))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            postures.Add(posture);
        }

        if (postures.Count == 0)
        {
            file.Problem(PackRules.EmptyList, "postures");
        }

        return postures;
    }

    private static List<ActivationRule> Rules(PackObject file, List<Posture> postures)
    {
        var rules = new List<ActivationRule>();
        foreach (var item in file.Objects("activations"))
        {
            var id = item.Text("id", MaxId);
            var phenomenon = item.Text("phenomenon");
            var grade = item.Text("atLeast");
            var posture = item.Text("posture");
            var basis = item.Text("basis", MaxBasis);
            item.Done();
            if (rules.Exists(other => other.Id == id))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            var known = postures.Find(each => each.Id == posture);
            if (known is null)
            {
                item.Problem(PackRules.UnknownPosture, "posture");
            }

            if (!WarningScale.ByPhenomenon.TryGetValue(phenomenon, out var scale))
            {
                item.Problem(PackRules.UnknownWord, "phenomenon");
            }
            else if (!scale.Words.TryGetValue(grade, out var atLeast))
            {
                item.Problem(PackRules.RelayGrade, "atLeast");
            }
            else if (known is not null)
            {
                rules.Add(new ActivationRule(id, phenomenon, atLeast, known, basis));
            }
        }

        return rules;
    }
}
