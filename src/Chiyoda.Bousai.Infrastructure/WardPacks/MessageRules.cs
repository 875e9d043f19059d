using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>What every message must and must not say, checked at start so that nothing is missing at night.</summary>
internal static class MessageRules
{
    private static readonly string[] Abolished = ["避難勧告", "避難準備", "避難指示（緊急）"];

    private static readonly string[] SafeWords = ["安全", "あんぜん", "安心", "safe"];

    /// <summary>«Safe» in the languages of translations.</summary>
    private static readonly Dictionary<string, string[]> SafeWordsOf = new(StringComparer.Ordinal)
    {
        ["ko"] = ["안전"],
        ["vi"] = ["an toàn"],
        ["ne"] = ["सुरक्षित"],
        ["tl"] = ["ligtas"],
        ["my"] = ["ဘေးကင်း", "လုံခြုံ"],
        ["id"] = ["aman "],
        ["th"] = ["ปลอดภัย"],
        ["es"] = ["segur"],
        ["pt"] = ["segur"],
        ["km"] = ["សុវត្ថិភាព"],
        ["mn"] = ["аюулгүй"],
    };

    private static readonly string[] LiftWords = ["解除", "おわり", "lifted"];

    private static readonly string[] TitleSlots = ["cause", "previous"];

    /// <summary>Checks one language: slots, words, level first, and length with the longest names.</summary>
    public static void Check(
        LanguageTemplates language,
        IReadOnlyDictionary<MessageKey, PackObject> at,
        LocalizedText ward,
        IReadOnlyList<Area> areas,
        IReadOnlyList<Cause> causes,
        IReadOnlyList<Zone> zones)
    {
        var sayable = new List<MessageTemplate>();
        foreach (var template in language.Templates.Values.Where(template => LevelRule.IsSound(template.Key.Hazard, template.Key.Level)))
        {
            var item = at[template.Key];
            if (CheckSlots(language, template, item))
            {
                sayable.Add(template);
            }

            // The first words on a locked screen. Those of a void are not the level: cut off, it would read as the order again.
            var opensWithLevel = template.Title.Source.StartsWith(language.OrderName(template.Key.Level), StringComparison.Ordinal);
            if (template.Key.Act == Act.Void && opensWithLevel)
            {
                item.Problem(PackRules.VoidNotLevelFirst, "title");
            }
            else if (template.Key.Act != Act.Void && !opensWithLevel)
            {
                item.Problem(PackRules.LevelFirst, "title");
            }

            foreach (var (field, text) in Texts(template))
            {
                if (Array.Find(Abolished, word => text.Source.Contains(word, StringComparison.Ordinal)) is { } abolished)
                {
                    item.Problem(PackRules.AbolishedWord, field, abolished);
                }

                if (template.Key.Act == Act.Void && Array.Find(LiftWords, word => text.Source.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } lifted)
                {
                    item.Problem(PackRules.VoidIsNoLift, field, lifted);
                }

                if (template.Key.Act.Ends())
                {
                    CheckLift(item, field, text.Source, language);
                }
            }
        }

        if (areas.Count > 0)
        {
            CheckLengths(language, sayable, at, ward, areas, causes, zones);
        }
    }

    /// <summary>A lift never says that it is safe; the official name of level 5 contains the word and is left out.</summary>
    public static void CheckLift(PackObject item, string field, string text, LanguageTemplates language)
    {
        var rest = language.LevelNames.Values
            .Append(OrderKind.EmergencySafetyMeasures.Word())
            .Where(name => name.Length > 0)
            .Aggregate(text, (current, name) => current.Replace(name, " ", StringComparison.Ordinal));
        if (Array.Find([.. SafeWords, .. SafeWordsOf.GetValueOrDefault(language.Language) ?? []], word => rest.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } safe)
        {
            item.Problem(PackRules.NeverSafe, field, safe);
        }
    }

    private static bool CheckSlots(LanguageTemplates language, MessageTemplate template, PackObject item)
    {
        var isSound = true;
        string[] byAct = template.Key.Act switch { Act.Lift or Act.Void => ["remaining"], Act.Lower => ["previous"], _ => [] };
        Required("body", template.Body, ["ward", "areas", "time", .. byAct]);
        Required("headline", template.Headline, ["areas", "time", .. byAct]);
        foreach (var (field, text) in Texts(template))
        {
            var allowed = MessageSlots.Names.Where(slot => slot switch
            {
                "previous" => template.Key.Act == Act.Lower,
                "remaining" => template.Key.Act.Ends() && field is "body" or "headline",
                "shelters" => field is "headline" or "actions",
                "reason" => language.Because is not null && template.Key.Act != Act.Lower && !template.Key.Act.Ends() && field is "body" or "headline",
                "wrong" => template.Key.Act == Act.Correct && language.Mistake is not null && field is "body" or "headline",
                _ => true,
            });
            foreach (var unknown in text.Slots.Except(field == "title" ? TitleSlots.Intersect(allowed) : allowed))
            {
                item.Problem(PackRules.UnknownSlot, field, unknown);
                isSound = false;
            }
        }

        return isSound;

        void Required(string field, MessageText text, string[] slots)
        {
            foreach (var missing in slots.Except(text.Slots))
            {
                item.Problem(PackRules.MissingSlot, field, missing);
            }
        }
    }

    private static IEnumerable<(string Field, MessageText Text)> Texts(MessageTemplate template) =>
    [
        ("title", template.Title),
        ("body", template.Body),
        ("headline", template.Headline),
        .. template.Actions.Select(line => ("actions", line)),
    ];

    private static void CheckLengths(
        LanguageTemplates language,
        IReadOnlyList<MessageTemplate> sayable,
        IReadOnlyDictionary<MessageKey, PackObject> at,
        LocalizedText ward,
        IReadOnlyList<Area> areas,
        IReadOnlyList<Cause> causes,
        IReadOnlyList<Zone> zones)
    {
        LocalizedText Longest(IEnumerable<LocalizedText> names) =>
            names.MaxBy(name => name.In(language.Language).Length) ?? LocalizedText.OfJapanese(string.Empty);

        IReadOnlyList<Area> longestFirst = [.. areas.OrderByDescending(area => area.NameIn(language.Language).Length)];
        var catalog = new MessageCatalog(ward, new Dictionary<string, LanguageTemplates> { [language.Language] = language });
        var anyCause = Longest(causes.Select(cause => cause.Name));
        foreach (var key in sayable.Select(template => template.Key))
        {
            var item = at[key];
            var slots = new MessageSlots
            {
                Areas = longestFirst,
                Zone = Longest(zones.Where(zone => zone.Hazard == key.Hazard).Select(zone => zone.Name)),
                Cause = Longest(causes.Where(cause => cause.Hazard == key.Hazard).Select(cause => cause.Name)),
                Time = new DateTimeOffset(2000, 12, 30, 23, 59, 0, TimeSpan.FromHours(9)),
                PreviousLevel = 5,
                Wrong = Enum.GetValues<MeasureField>(),
                Remaining = [new RemainingOrder(4, anyCause, [longestFirst[0]]), new RemainingOrder(3, anyCause, [longestFirst[0]])],
            };
            var message = catalog.Render(
                language.Language, key.Hazard, key.Act, key.Level, key.Action ?? default, slots);
            Limit("title", message.Title, language.TitleLimit);
            Limit("body", message.Body, language.BodyLimit);
            if (!key.Act.Ends())
            {
                Limit("headline", message.Headline, language.HeadlineLimit);
            }

            void Limit(string field, string text, int limit)
            {
                if (text.Length > limit)
                {
                    item.Problem(PackRules.TooLong, field, $"{text.Length} > {limit}: {text}");
                }
            }
        }
    }
}
