using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Reads <c>messages/&lt;language&gt;/notices.json</c>. Japanese is required and says which templates there are; a language without the file
/// is served by what stands in for it.
/// </summary>
internal sealed class NoticesReader(PackFolder folder, Ward ward)
{
    private static readonly HashSet<string> ActSlots = new(StringComparer.Ordinal) { "ward", "time", "title", "body" };

    private readonly OrderedDictionary<string, NoticeTemplate> _templates = new(StringComparer.Ordinal);

    public NoticeCatalog Read(IReadOnlyList<RegisteredShelter> shelters)
    {
        var languages = new Dictionary<string, NoticeLanguage>(StringComparer.Ordinal);
        var composed = new List<(string Language, PackObject File)>();
        foreach (var language in ward.Languages.OrderBy(language => language == LocalizedText.Japanese ? 0 : 1))
        {
            var file = $"messages/{language}/notices.json";
            if ((language == LocalizedText.Japanese || File.Exists(folder.FullPath(file))) && folder.Json(file) is { } json)
            {
                if (json.Names.Contains("terms"))
                {
                    composed.Add((language, json));
                }
                else
                {
                    languages[language] = Language(json, language);
                }
            }
        }

        foreach (var (language, json) in composed)
        {
            if (languages.TryGetValue("en", out var english) && languages.TryGetValue(LocalizedText.Japanese, out var japanese))
            {
                languages[language] = new ComposedNotices(json, english, japanese).Compose(language, _templates.Keys);
            }
        }

        return new NoticeCatalog(ward.Name, _templates, languages, shelters.DistinctBy(shelter => shelter.Name).ToDictionary(shelter => shelter.Name, NameOf, StringComparer.Ordinal));
    }

    private NoticeLanguage Language(PackObject file, string language)
    {
        var checkedBy = file.TextOrNull("checkedBy");
        if ((checkedBy is null) != (file.DayOrNull("checkedOn") is null))
        {
            file.Problem(PackRules.HalfVerified, "checkedBy");
        }

        file.Text("source");
        var opening = file.Text("opening");
        var limits = file.Object("limits");
        var (titleLimit, bodyLimit) = (limits.Number("title"), limits.Number("body"));
        limits.Done();
        var acts = Acts(file.Object("acts"), language, opening);
        var templates = new Dictionary<string, NoticeWording>(StringComparer.Ordinal);
        var at = new Dictionary<string, PackObject>(StringComparer.Ordinal);
        foreach (var item in file.Objects("templates"))
        {
            var id = item.Text("id");
            at[id] = item;
            if (language == LocalizedText.Japanese && !_templates.TryAdd(id, Template(item, id)))
            {
                item.Problem(PackRules.Duplicate, "id", id);
            }

            if (!_templates.TryGetValue(id, out var template))
            {
                item.Problem(PackRules.TemplateExtra, "id", id);
                continue;
            }

            templates[id] = Wording(item, template.Slots.Select(slot => slot.Name).ToHashSet(StringComparer.Ordinal));
            item.Done();
            CheckLength(item, template, templates[id], acts.Values, titleLimit, bodyLimit);
        }

        foreach (var missing in _templates.Keys.Except(templates.Keys, StringComparer.Ordinal))
        {
            file.Problem(PackRules.TemplateMissing, "templates", missing);
        }

        var result = new NoticeLanguage
        {
            Language = language,
            CheckedBy = checkedBy,
            TimeFormat = MessagesReader.Format(file, "time"),
            Acts = acts,
            Templates = templates,
            Page = Page(file.Object("page")),
        };
        file.Done();
        return result;
    }

    private static NoticeTemplate Template(PackObject item, string id)
    {
        var slots = new List<NoticeSlot>();
        foreach (var slot in item.Objects("slots"))
        {
            slots.Add(new NoticeSlot(slot.Text("name"), slot.Text("label"), slot.Number("max"), slot.Word<NoticeSlotKind>("kind")));
            slot.Done();
        }

        var hours = item.Number("validHours");
        if (hours < 1 || TimeSpan.FromHours(hours) > NoticeRules.MostValid)
        {
            item.Problem(PackRules.NoticeHours, "validHours");
        }

        return new NoticeTemplate(id, item.Text("name"), item.Word<NoticeCategory>("category"), slots, TimeSpan.FromHours(hours));
    }

    private static Dictionary<NoticeAct, NoticeWording> Acts(PackObject acts, string language, string opening)
    {
        var result = new Dictionary<NoticeAct, NoticeWording>();
        foreach (var (act, name) in new[] { (NoticeAct.Issue, "issue"), (NoticeAct.Correct, "correct"), (NoticeAct.Withdraw, "withdraw") })
        {
            var item = acts.Object(name);
            var wording = new NoticeWording(Text(item, "title"), Text(item, "body"));
            item.Done();
            result[act] = wording;
            // The reason is typed in Japanese: in another language it would be the one sentence that nobody can read.
            string[] needed = act == NoticeAct.Withdraw ? ["ward", "time"] : ["ward", "time", "body"];
            CheckSlots(item, "title", wording.Title, ["title"], ActSlots);
            CheckSlots(item, "body", wording.Body, needed, act != NoticeAct.Issue && language == LocalizedText.Japanese ? ActSlots.Append("reason").ToHashSet(StringComparer.Ordinal) : ActSlots);
            if (!wording.Title.Source.StartsWith(opening, StringComparison.Ordinal))
            {
                item.Problem(PackRules.NoticeOpening, "title");
            }
        }

        acts.Done();
        return result;
    }

    private static NoticeWording Wording(PackObject item, IReadOnlySet<string> slots)
    {
        var wording = new NoticeWording(Text(item, "title"), Text(item, "body"));
        CheckSlots(item, "title", wording.Title, [], slots);
        CheckSlots(item, "body", wording.Body, slots.Except(wording.Title.Slots, StringComparer.Ordinal), slots);
        return wording;
    }

    private static NoticePageWords Page(PackObject page)
    {
        MessageText Sentence(string field, params string[] slots)
        {
            var text = Text(page, field);
            CheckSlots(page, field, text, slots, slots.ToHashSet(StringComparer.Ordinal));
            return text;
        }

        var wishes = page.Object("wishes");
        var categories = page.Object("categories");
        var words = new NoticePageWords(
            page.Text("heading"), page.Text("notAnOrder"), Sentence("none", "ward"), page.Text("all"), Sentence("published", "time"), Sentence("corrected", "time"),
            Sentence("until", "time"), Sentence("wholeWard", "ward"), Sentence("areasCount", "count"), Sentence("source", "ward"), page.Text("ended"),
            Sentence("expired", "time"), Sentence("withdrawn", "time"), page.Text("reason"), page.Text("otherLanguage"), page.Text("step"),
            new[] { "usual", NoticeWishes.All, NoticeWishes.None }.ToDictionary(wish => wish, wishes.Text, StringComparer.Ordinal),
            Enum.GetValues<NoticeCategory>().ToDictionary(category => category, category => categories.Text(NoticeWishes.WordOf(category))));
        wishes.Done();
        categories.Done();
        page.Done();
        return words;
    }

    private static MessageText Text(PackObject item, string field)
    {
        var source = item.Text(field);
        if (OrderWords.FindIn(source) is { } word)
        {
            item.Problem(PackRules.NoticeOrderWord, field, word);
        }

        if (MessageText.TryParse(source, out var text))
        {
            return text;
        }

        item.Problem(PackRules.Braces, field, source);
        return MessageText.Empty;
    }

    private static void CheckSlots(PackObject item, string field, MessageText text, IEnumerable<string> needed, IReadOnlySet<string> allowed)
    {
        foreach (var unknown in text.Slots.Except(allowed))
        {
            item.Problem(PackRules.UnknownSlot, field, unknown);
        }

        foreach (var missing in needed.Except(text.Slots))
        {
            item.Problem(PackRules.MissingSlot, field, missing);
        }
    }

    /// <summary>With the longest that may be filled in, inside the longest act.</summary>
    private static void CheckLength(PackObject at, NoticeTemplate template, NoticeWording wording, IEnumerable<NoticeWording> acts, int titleLimit, int bodyLimit)
    {
        var longest = template.Slots.ToDictionary(slot => slot.Name, slot => new string('国', slot.MaxLength), StringComparer.Ordinal);
        var title = wording.Title.Fill(slot => longest.GetValueOrDefault(slot, string.Empty));
        var body = wording.Body.Fill(slot => longest.GetValueOrDefault(slot, string.Empty));
        string Around(MessageText text) => text.Fill(slot => slot switch
        {
            "title" => title,
            "body" => body,
            "reason" => new string('国', NoticeRules.MaxReason),
            _ => new string('国', 12),
        });
        foreach (var act in acts)
        {
            Limit("title", Around(act.Title), titleLimit);
            Limit("body", Around(act.Body), bodyLimit);
        }

        void Limit(string field, string text, int limit)
        {
            if (text.Length > limit)
            {
                at.Problem(PackRules.TooLong, field, string.Create(CultureInfo.InvariantCulture, $"{text.Length} > {limit}: {text}"));
            }
        }
    }

    private static LocalizedText NameOf(RegisteredShelter shelter) => shelter.EnglishName is { } english
        ? new LocalizedText(new Dictionary<string, string>(StringComparer.Ordinal) { [LocalizedText.Japanese] = shelter.Name, ["en"] = english })
        : LocalizedText.OfJapanese(shelter.Name);
}
