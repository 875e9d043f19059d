using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>announced-tests/*.json</c>, one test a file, and its words in <c>messages/&lt;language&gt;/tests.json</c>. A pack may have none.</summary>
internal sealed class AnnouncedTestsReader(PackFolder folder, Ward ward, IReadOnlyList<ChannelDefinition> channels, IReadOnlyList<Authority> authorities)
{
    /// <summary>The book with the tests beside its relays.</summary>
    public RelayBook Read(RelayBook relays)
    {
        var files = folder.OptionalJsonFiles("announced-tests");
        if (files.Count == 0)
        {
            return relays;
        }

        // Japanese must be there; another language without the file is served by easy Japanese with the English title, English, Japanese.
        var words = ward.Languages
            .Where(language => language == LocalizedText.Japanese || folder.Has(FileOf(language)))
            .Select(Words).OfType<TestWords>().ToDictionary(read => read.Language, StringComparer.Ordinal);
        var tests = new Dictionary<string, RelayRule>(StringComparer.Ordinal);
        foreach (var name in files)
        {
            if (folder.Verified(name) is not { } file)
            {
                continue;
            }

            var rule = Rule(file, words);
            if (Path.GetFileNameWithoutExtension(name) != rule.Id)
            {
                file.Problem(PackRules.FileName, "id");
            }

            if (relays.Rules.ContainsKey(rule.Id))
            {
                file.Problem(PackRules.Duplicate, "id");
            }

            if (tests.Values.Any(other => other.Test == rule.Test))
            {
                file.Problem(PackRules.RelayOverlap, "at");
            }

            tests[rule.Id] = rule;
        }

        return relays with { Tests = tests, TestsCheckedBy = words.ToDictionary(pair => pair.Key, pair => pair.Value.CheckedBy, StringComparer.Ordinal) };
    }

    private RelayRule Rule(PackObject file, Dictionary<string, TestWords> words)
    {
        var minutes = file.Number("tellForMinutes");
        if (minutes is not (>= 5 and <= 1440))
        {
            file.Problem(PackRules.RelayMinutes, "tellForMinutes");
        }

        if (!DateTimeOffset.TryParseExact(file.Text("at"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            file.Problem(PackRules.TestTime, "at");
        }

        var rule = new RelayRule
        {
            Id = file.Text("id", 64),
            Version = string.Empty,
            Name = file.Text("name"),
            Phenomenon = AnnouncedTest.Word,
            Cause = null,
            Families = [],
            AtLeast = AnnouncedTest.Grade,
            Areas = [RelayRule.Everywhere],
            Channels = RelaysReader.Channels(folder.Report, file, channels),
            Night = null,
            TellFor = TimeSpan.FromMinutes(minutes),
            Wordings = words.ToDictionary(pair => pair.Key, pair => pair.Value.Wording, StringComparer.Ordinal),
            Test = new AnnouncedTest(at),
        };
        file.Done();
        if (!authorities.Any(authority => StandingRule.Covers(authority, rule)))
        {
            file.Problem(PackRules.RelayAuthority, "id");
        }

        return rule with { Version = RelaysReader.VersionOf(rule) };
    }

    private TestWords? Words(string language)
    {
        if (folder.Json(FileOf(language)) is not { } file)
        {
            return null;
        }

        var checkedBy = file.TextOrNull("checkedBy");
        if ((checkedBy is null) != (file.DayOrNull("checkedOn") is null))
        {
            file.Problem(PackRules.HalfVerified, "checkedBy");
        }

        var text = new RelayText(file.Text("title"), file.Text("body"));
        var limits = file.Object("limits");
        var (titleLimit, bodyLimit) = (limits.Number("title"), limits.Number("body"));
        limits.Done();
        var wording = new RelayWording(
            ward.Name.In(language), new Dictionary<int, string> { [AnnouncedTest.Grade] = AnnouncedTest.Mark }, MessagesReader.Format(file, "time"),
            new Dictionary<RelayChange, RelayText> { [RelayChange.Up] = text });
        file.Done();
        if (!text.Title.StartsWith(AnnouncedTest.Mark, StringComparison.Ordinal))
        {
            file.Problem(PackRules.TestMark, "title");
        }

        if (Check(file, language, "title", text.Title) && Check(file, language, "body", text.Body, "place", "time"))
        {
            var said = wording.Say(language, RelayChange.Up, AnnouncedTest.Grade, 0, new DateTimeOffset(2000, 12, 30, 23, 59, 0, TimeSpan.FromHours(9)));
            Limit(file, "title", said.Title, titleLimit);
            Limit(file, "body", said.Body, bodyLimit);
        }

        return new TestWords(language, checkedBy, wording);
    }

    /// <returns>Whether it can be said.</returns>
    private static bool Check(PackObject file, string language, string field, string source, params string[] slots)
    {
        if ((OrderWords.FindIn(source) ?? RelayMessagesReader.FindImperative(language, source)) is { } word)
        {
            file.Problem(PackRules.RelayImperative, field, word);
        }

        if (!MessageText.TryParse(source, out var text))
        {
            file.Problem(PackRules.Braces, field);
            return false;
        }

        foreach (var unknown in text.Slots.Except(slots))
        {
            file.Problem(PackRules.UnknownSlot, field, unknown);
        }

        foreach (var missing in slots.Except(text.Slots))
        {
            file.Problem(PackRules.MissingSlot, field, missing);
        }

        return text.Slots.SetEquals(slots);
    }

    private static void Limit(PackObject file, string field, string text, int limit)
    {
        if (text.Length > limit)
        {
            file.Problem(PackRules.TooLong, field, string.Create(CultureInfo.InvariantCulture, $"{text.Length} > {limit}: {text}"));
        }
    }

    private static string FileOf(string language) => $"messages/{language}/tests.json";

    private sealed record TestWords(string Language, string? CheckedBy, RelayWording Wording);
}
