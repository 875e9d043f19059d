using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Tasks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>tasks.json</c>: what the workflow makes somebody do. A pack may have none.</summary>
internal static class TasksReader
{
    public const string File = "tasks.json";

    private const int MinutesOfADay = 24 * 60;

    public static IReadOnlyList<TaskRule> Read(PackFolder folder, IReadOnlyList<Transcript> transcripts)
    {
        if (!folder.Has(File) || folder.Verified(File) is not { } file)
        {
            return [];
        }

        var rules = new List<TaskRule>();
        foreach (var item in file.Objects("tasks"))
        {
            var rule = new TaskRule(
                item.Text("id", 64),
                item.Text("title", 200),
                item.Text("owner", 100),
                item.Words<TaskTrigger>("on"),
                Levels(item),
                Minutes(item, "dueMinutes", item.Number("dueMinutes")),
                item.NumberOrNull("repeatMinutes") is { } again ? Minutes(item, "repeatMinutes", again) : null,
                item.Flag("endsWithSubject"),
                item.Text("basis", 1000),
                item.OptionalFlag("perShelter"),
                item.OptionalText("transcript"),
                Duty(item));
            item.Done();
            if (rule.Transcript is { } sheet && !transcripts.Any(transcript => transcript.Id == sheet))
            {
                item.Problem(PackRules.UnknownTranscript, "transcript");
            }

            if (rule.On.Count == 0)
            {
                item.Problem(PackRules.EmptyList, "on");
            }

            if (rules.Exists(other => other.Id == rule.Id))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            // It would be made for ever, after the order is long over.
            if (rule is { RepeatAfter: not null, EndsWithSubject: false })
            {
                item.Problem(PackRules.EndlessTask, "repeatMinutes");
            }

            rules.Add(rule);
        }

        file.Done();
        return rules;
    }

    /// <summary>What is announced is published with the order, and no task of anybody.</summary>
    private static LegalDuty? Duty(PackObject item)
    {
        if (!item.Names.Contains("report"))
        {
            return null;
        }

        var duty = item.Word<LegalDuty>("report");
        if (duty == LegalDuty.Announcement)
        {
            item.Problem(PackRules.UnknownWord, "report", "announcement");
        }

        return duty;
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

    private static TimeSpan Minutes(PackObject item, string field, int minutes)
    {
        if (minutes is not (>= 1 and <= MinutesOfADay))
        {
            item.Problem(PackRules.TaskMinutes, field);
        }

        return TimeSpan.FromMinutes(minutes);
    }
}
