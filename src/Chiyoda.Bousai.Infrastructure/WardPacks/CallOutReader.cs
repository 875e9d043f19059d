using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>call-out.json</c>: posts, rules and sentences. A pack may have none; then nobody is called.</summary>
internal static class CallOutReader
{
    public const string File = "call-out.json";

    private const int MaxPosts = 100;

    private const int MaxCharacters = 120;

    private static readonly string[] Slots = ["ward", "reason", "time", "post", "staffing", "answered", "url"];

    /// <summary>A call lies open on a locked screen, and no person decided on it: it says nothing that is an order's.</summary>
    private static readonly string[] OfOrders = ["避難指示", "高齢者等避難", "緊急安全確保", "避難勧告", "警戒レベル", "避難してください", "逃げ"];

    public static CallOutPlan? Read(PackFolder folder, IncidentPlan incidents)
    {
        if (!folder.Has(File) || folder.Verified(File) is not { } file)
        {
            return null;
        }

        var posts = new Dictionary<string, DutyPost>(StringComparer.Ordinal);
        foreach (var item in file.Objects("posts"))
        {
            var post = new DutyPost(Id(item), Name(item));
            item.Done();
            if (!posts.TryAdd(post.Id, post))
            {
                item.Problem(PackRules.Duplicate, "id");
            }
        }

        if (posts.Count is 0 or > MaxPosts)
        {
            file.Problem(posts.Count == 0 ? PackRules.EmptyList : PackRules.TooManyRows, "posts");
        }

        var turn = Posts(file, "turn", posts);
        var staffings = Staffings(file, incidents, posts);
        var minutes = file.Number("answerWithinMinutes");
        if (minutes is < 1 or > 60)
        {
            file.Problem(PackRules.AnswerMinutes, "answerWithinMinutes");
        }

        var rules = new List<CallOutRule>();
        foreach (var item in file.Objects("rules"))
        {
            var rule = Rule(item, staffings);
            if (rule.Id == CallOut.Manual || rules.Exists(other => other.Id == rule.Id))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            rules.Add(rule);
        }

        var texts = file.Object("texts");
        var checkedBy = texts.TextOrNull("checkedBy");
        if ((checkedBy is null) != (texts.DayOrNull("checkedOn") is null))
        {
            texts.Problem(PackRules.HalfVerified, "checkedBy");
        }

        var wording = new CallOutWording(Text(texts.Object("call"), "ward", "reason"), Text(texts.Object("muster"), "ward", "staffing"), checkedBy);
        texts.Done();
        file.Done();
        return new CallOutPlan { Posts = posts, Turn = turn, Staffings = staffings, Rules = rules, AnswerWithin = TimeSpan.FromMinutes(minutes), Wording = wording };
    }

    /// <summary>Who comes is said once, with the postures of the plan (配備体制).</summary>
    private static Dictionary<string, Staffing> Staffings(PackObject file, IncidentPlan incidents, Dictionary<string, DutyPost> posts)
    {
        foreach (var (posture, unknown) in incidents.Postures.SelectMany(posture => posture.Posts.Where(post => !posts.ContainsKey(post)).Select(post => (posture, post))))
        {
            file.Problem(PackRules.UnknownPost, "posts", $"{posture.Id}: {unknown}");
        }

        return incidents.Postures.Where(posture => posture.Posts.Count > 0).DistinctBy(posture => posture.Id)
            .ToDictionary(posture => posture.Id, posture => new Staffing(posture.Id, posture.Name, posture.Posts), StringComparer.Ordinal);
    }

    private static CallOutRule Rule(PackObject item, Dictionary<string, Staffing> staffings)
    {
        var on = item.Word<CallOutCause>("on");
        var name = Name(item);
        SaysNoOrder(item, "name", name);
        int? level = null;
        int? intensity = null;
        var after = TimeSpan.Zero;
        switch (on)
        {
            case CallOutCause.Proposal or CallOutCause.HeldDispatch:
                level = item.Number("atLeastLevel");
                Level(item, level);
                break;
            case CallOutCause.DecisionWaiting or CallOutCause.ReleaseWaiting:
                level = item.Number("atLeastLevel");
                Level(item, level);
                after = TimeSpan.FromMinutes(item.Number("afterMinutes"));
                if (after < TimeSpan.FromMinutes(1) || after > TimeSpan.FromHours(12))
                {
                    item.Problem(PackRules.WaitingMinutes, "afterMinutes");
                }

                break;
            case CallOutCause.SeismicIntensity:
                intensity = WarningScale.ByPhenomenon["earthquake"].Words.TryGetValue(item.Text("atLeastIntensity"), out var grade) ? grade : 0;
                if (intensity == 0)
                {
                    item.Problem(PackRules.UnknownWord, "atLeastIntensity");
                }

                break;
            case CallOutCause.ReleasedAlone:
                break;
            default:
                after = TimeSpan.FromMinutes(item.Number("afterMinutes"));
                if (after < TimeSpan.FromMinutes(3) || after > TimeSpan.FromHours(12))
                {
                    item.Problem(PackRules.SilentMinutes, "afterMinutes");
                }

                break;
        }

        var staffing = item.TextOrNull("posture");
        if (staffing is not null && !staffings.ContainsKey(staffing))
        {
            item.Problem(PackRules.PostureWithoutPosts, "posture");
        }

        var rule = new CallOutRule(Id(item), on, name, level, intensity, after, staffing);
        item.Done();
        return rule;
    }

    private static void Level(PackObject item, int? level)
    {
        if (level is < 3 or > 5)
        {
            item.Problem(PackRules.LevelRange, "atLeastLevel");
        }
    }

    private static string Id(PackObject item) => item.Text("id", 64);

    private static string Name(PackObject item) => item.Text("name", MaxCharacters);

    private static List<string> Posts(PackObject item, string field, Dictionary<string, DutyPost> posts)
    {
        var named = item.Texts(field);
        foreach (var unknown in named.Where(post => !posts.ContainsKey(post)))
        {
            item.Problem(PackRules.UnknownPost, field, unknown);
        }

        if (named.Count == 0)
        {
            item.Problem(PackRules.EmptyList, field);
        }

        if (named.Distinct(StringComparer.Ordinal).Count() != named.Count)
        {
            item.Problem(PackRules.Duplicate, field);
        }

        return [.. named];
    }

    private static CallOutText Text(PackObject item, params string[] needed)
    {
        var text = new CallOutText(Sentence(item, "subject", []), Sentence(item, "body", [.. needed, "url"]));
        item.Done();
        return text;
    }

    private static MessageText Sentence(PackObject item, string field, string[] needed)
    {
        var source = item.Text(field);
        SaysNoOrder(item, field, source);
        if (!MessageText.TryParse(source, out var text))
        {
            item.Problem(PackRules.Braces, field);
            return MessageText.Empty;
        }

        foreach (var unknown in text.Slots.Except(Slots))
        {
            item.Problem(PackRules.UnknownSlot, field, unknown);
        }

        foreach (var missing in needed.Except(text.Slots))
        {
            item.Problem(PackRules.MissingSlot, field, missing);
        }

        return text;
    }

    private static void SaysNoOrder(PackObject item, string field, string text)
    {
        if (Array.Find(OfOrders, word => text.Contains(word, StringComparison.Ordinal)) is { } word)
        {
            item.Problem(PackRules.CallSaysOrder, field, word);
        }
    }
}
