using System.Globalization;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>messages/&lt;language&gt;/orders.json</c>. Whether the texts may be said is <see cref="MessageRules"/>'s.</summary>
internal sealed class MessagesReader(PackFolder folder, string language)
{
    private static readonly string[] LevelKeys = ["3", "4", "5", LanguageTemplates.NoLevel];

    public string File => $"messages/{language}/orders.json";

    /// <summary>The templates of the language and where each stands in the file, or null when there is no file to read.</summary>
    /// <param name="japanese">What the Japanese file can say; a translation that is made from parts says exactly this.</param>
    public (LanguageTemplates Templates, IReadOnlyDictionary<MessageKey, PackObject> At)? Read(IEnumerable<MessageKey>? japanese = null)
    {
        if (folder.Json(File) is not { } file)
        {
            return null;
        }

        var checkedBy = file.TextOrNull("checkedBy");
        if ((checkedBy is null) != (file.DayOrNull("checkedOn") is null))
        {
            file.Problem(PackRules.HalfVerified, "checkedBy");
        }

        var limits = file.Object("limits");
        var levelNames = file.Object("levelNames");
        var phrases = file.Object("phrases");
        var isComposed = file.Names.Contains("parts");
        var nameParts = isComposed ? LevelKeys.ToDictionary(key => key, levelNames.Object, StringComparer.Ordinal) : [];
        var names = LevelKeys.ToDictionary(key => key, key => isComposed ? ComposedMessages.Part(nameParts[key]) : levelNames.Text(key), StringComparer.Ordinal);
        var at = new Dictionary<MessageKey, PackObject>();
        var templates = new OrderedDictionary<MessageKey, MessageTemplate>();
        var composed = isComposed ? new ComposedMessages(file.Object("parts"), names) : null;
        foreach (var (template, item) in composed?.Compose(japanese ?? []) ?? file.Objects("templates").Select(item => (Template(item), item)))
        {
            if (!templates.TryAdd(template.Key, template))
            {
                item.Problem(PackRules.Duplicate, "act", template.Key.ToString());
            }

            at[template.Key] = item;
        }

        var result = new LanguageTemplates
        {
            Language = language,
            CheckedBy = checkedBy,
            IsComposed = isComposed,
            Drill = phrases.OptionalText("drill"),
            Loudspeaker = file.Names.Contains("loudspeaker") ? Frame(file.Object("loudspeaker")) : null,
            LevelNames = names,
            Separator = phrases.Text("separator"),
            More = Phrase(phrases, "more", "count"),
            InZone = Phrase(phrases, "inZone", "zone", "areas"),
            NoShelter = phrases.Text("noShelter"),
            NothingRemains = phrases.Text("nothingRemains"),
            Remains = Phrase(phrases, "remains", "orders"),
            RemainingOrder = Phrase(phrases, "remainingOrder", "order", "cause", "areas"),
            RemainingOrderShort = Phrase(phrases, "remainingOrderShort", "order", "cause"),
            MoreOrders = Phrase(phrases, "moreOrders", "count"),
            Because = phrases.Names.Contains("because") ? Phrase(phrases, "because", "reason") : null,
            Mistake = phrases.Names.Contains("wrong") ? Mistake(phrases.Object("wrong")) : null,
            TimeFormat = Format(phrases, "time"),
            DateTimeFormat = Format(phrases, "dateTime"),
            TitleLimit = limits.Number("title"),
            BodyLimit = limits.Number("body"),
            HeadlineLimit = limits.Number("headline"),
            Templates = templates,
        };
        foreach (var (key, name) in result.LevelNames.Where(pair => pair.Key != LanguageTemplates.NoLevel && !Numerals(pair.Value).Contains(pair.Key)))
        {
            levelNames.Problem(PackRules.LevelNumber, key, name);
        }

        if (checkedBy is not null)
        {
            foreach (var part in nameParts.Values.Concat(composed?.Parts ?? []).Where(part => part.TextOrNull("checkedBy") is null))
            {
                part.Problem(PackRules.PartUnchecked, "checkedBy");
            }
        }

        MessageRules.CheckLift(phrases, "nothingRemains", result.NothingRemains, result);
        limits.Done();
        levelNames.Done();
        phrases.Done();
        file.Done();
        return (result, at);
    }

    /// <summary>The numbers in a name, in whatever figures they are written: ४ is 4.</summary>
    private static IEnumerable<string> Numerals(string name) =>
        name.Where(char.IsDigit).Select(digit => char.GetNumericValue(digit).ToString(CultureInfo.InvariantCulture));

    private static MessageTemplate Template(PackObject item)
    {
        var hazard = item.Word<Hazard>("hazard");
        var act = item.Word<Act>("act");
        var level = LevelRule.Read(item, hazard);
        EvacuationAction? action = item.OptionalText("action") is null ? null : item.Word<EvacuationAction>("action");
        if (act.Ends() != (action is null))
        {
            item.Problem(PackRules.TemplateAction, "act");
        }

        var lines = item.Lines("actions");
        if (lines.Count > 3 || (lines.Count == 0 && !act.Ends()))
        {
            item.Problem(PackRules.TemplateActions, "actions", $"{lines.Count}");
        }

        var template = new MessageTemplate(
            new MessageKey(hazard, act, level, action),
            Parse(item, "title", item.Text("title")),
            Parse(item, "body", item.Text("body")),
            Parse(item, "headline", item.Text("headline")),
            [.. lines.Select(line => Parse(item, "actions", line.Text))]);
        item.Done();
        return template;
    }

    private static MessageText Parse(PackObject item, string field, string source)
    {
        if (MessageText.TryParse(source, out var text))
        {
            return text;
        }

        item.Problem(PackRules.Braces, field, source);
        return MessageText.Empty;
    }

    private static MessageText Phrase(PackObject phrases, string field, params string[] slots)
    {
        var text = Parse(phrases, field, phrases.Text(field));
        foreach (var unknown in text.Slots.Except(slots))
        {
            phrases.Problem(PackRules.UnknownSlot, field, unknown);
        }

        foreach (var missing in slots.Except(text.Slots))
        {
            phrases.Problem(PackRules.MissingSlot, field, missing);
        }

        return text;
    }

    private static MistakeWords Mistake(PackObject words)
    {
        var fields = words.Object("fields");
        var result = new MistakeWords(
            Phrase(words, "short", "fields"), Phrase(words, "whole", "fields"), words.Text("unknown"),
            Enum.GetValues<MeasureField>().ToDictionary(field => field, field => fields.Text(PackWords.Of(field))));
        fields.Done();
        words.Done();
        return result;
    }

    private static LoudspeakerFrame Frame(PackObject item)
    {
        var frame = new LoudspeakerFrame(Phrase(item, "opening", "ward"), item.Text("again"), Phrase(item, "closing", "ward"));
        item.Done();
        return frame;
    }

    public static string Format(PackObject phrases, string field)
    {
        var format = phrases.Text(field);
        try
        {
            if (DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture).Any(char.IsDigit))
            {
                return format;
            }
        }
        catch (FormatException)
        {
            // Reported below, like a format without any figure.
        }

        phrases.Problem(PackRules.TimeFormat, field);
        return "HH:mm";
    }
}
