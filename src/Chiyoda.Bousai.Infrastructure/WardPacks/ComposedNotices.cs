using System.Globalization;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Makes the notices of a translation: an official word of the language opens the title of each template that has one, with the Japanese word beside it;
/// the sentences stay English and Japanese, one after the other, since no authority has translated them and nobody else does.
/// </summary>
internal sealed class ComposedNotices(PackObject file, NoticeLanguage english, NoticeLanguage japanese)
{
    /// <summary>The words of the language; what is wrong has been reported.</summary>
    public NoticeLanguage Compose(string language, IEnumerable<string> templates)
    {
        var checkedBy = file.TextOrNull("checkedBy");
        if ((checkedBy is null) != (file.DayOrNull("checkedOn") is null))
        {
            file.Problem(PackRules.HalfVerified, "checkedBy");
        }

        var limits = file.Object("limits");
        var titleLimit = limits.Number("title");
        limits.Done();
        var terms = file.Object("terms");
        var wordings = templates.Where(id => english.Templates.ContainsKey(id) && japanese.Templates.ContainsKey(id)).ToDictionary(
            id => id, id => Wording(id, terms, checkedBy, titleLimit), StringComparer.Ordinal);
        foreach (var unknown in terms.Names.Except(wordings.Keys, StringComparer.Ordinal))
        {
            terms.Problem(PackRules.TemplateExtra, unknown, unknown);
        }

        var result = new NoticeLanguage
        {
            Language = language,
            CheckedBy = checkedBy,
            IsComposed = true,
            TimeFormat = english.TimeFormat,
            Acts = english.Acts.ToDictionary(act => act.Key, act => new NoticeWording(Parse(OpeningOf(act.Value)), act.Value.Body)),
            Templates = wordings,
            Page = english.Page,
        };
        file.Done();
        return result;
    }

    private NoticeWording Wording(string id, PackObject terms, string? checkedBy, int titleLimit)
    {
        var (en, ja) = (english.Templates[id], japanese.Templates[id]);
        var body = Parse($"{en.Body.Source}\n{ja.Body.Source}");
        if (!terms.Names.Contains(id))
        {
            return new NoticeWording(Parse($"{en.Title.Source}（{ja.Title.Source}）"), body);
        }

        var term = terms.Object(id);
        var title = $"{term.Text("text")}（{term.Text("ja")}）: {en.Title.Source}";
        term.Text("source");
        if (term.TextOrNull("checkedBy") is null && checkedBy is not null)
        {
            term.Problem(PackRules.PartUnchecked, "checkedBy");
        }

        if (OrderWords.FindIn(title) is { } word)
        {
            term.Problem(PackRules.NoticeOrderWord, "text", word);
        }

        if (title.Length > titleLimit)
        {
            term.Problem(PackRules.TooLong, "text", string.Create(CultureInfo.InvariantCulture, $"{title.Length} > {titleLimit}: {title}"));
        }

        term.Done();
        return new NoticeWording(Parse(title), body);
    }

    /// <summary>The English frame with the Japanese name of what it is: a notice opens as one for whoever reads neither.</summary>
    private static string OpeningOf(NoticeWording act) => act.Title.Source.Replace(": {title}", "（区のお知らせ）: {title}", StringComparison.Ordinal);

    private static MessageText Parse(string source) =>
        MessageText.TryParse(source, out var text) ? text : throw new InvalidOperationException("What is made of sound texts is sound.");
}
