using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>exercises/*/scenario.json</c>. A pack without exercises is sound.</summary>
internal static class ExercisesReader
{
    public static IReadOnlyDictionary<string, ExerciseScenario> Read(PackFolder folder)
    {
        var scenarios = new OrderedDictionary<string, ExerciseScenario>(StringComparer.Ordinal);
        var root = folder.FullPath("exercises");
        string[] names = Directory.Exists(root)
            ? [.. Directory.EnumerateDirectories(root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)]
            : [];
        foreach (var name in names)
        {
            if (folder.Json($"exercises/{name}/scenario.json") is { } file)
            {
                scenarios[name] = new ExerciseScenario(name, file.Text("title"), Steps(folder, file, name));
                file.Done();
            }
        }

        return scenarios;
    }

    private static List<ExerciseStep> Steps(PackFolder folder, PackObject file, string name)
    {
        var steps = new List<ExerciseStep>();
        foreach (var item in file.Objects("steps"))
        {
            var after = TimeSpan.FromSeconds(item.Number("afterSeconds"));
            var telegram = folder.FullPath($"exercises/{name}/{item.Text("file")}");
            steps.Add(new ExerciseStep(after, telegram, item.Text("title")));
            item.Done();
            if (after < (steps.Count > 1 ? steps[^2].After : TimeSpan.Zero))
            {
                item.Problem(PackRules.StepOrder, "afterSeconds");
            }

            if (!File.Exists(telegram))
            {
                item.Problem(PackRules.StepFile, "file");
            }
        }

        if (steps.Count == 0)
        {
            file.Problem(PackRules.EmptyList, "steps");
        }

        return steps;
    }
}
