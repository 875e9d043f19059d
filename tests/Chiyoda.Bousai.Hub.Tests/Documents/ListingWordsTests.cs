using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Documents;

/// <summary>The closed lists of words: <c>hub read --vocabulary</c>, <c>src/GLOSSARY.md</c> and the API document say the same.</summary>
[RunsOnce]
public partial class ListingWordsTests
{
    [Fact]
    public async Task Vocabulary_IsThatOfTheGlossary_AndHasEveryListOfTheApi()
    {
        var printed = await HubProcess.RunAsync("read", "--vocabulary");

        Assert.Equal((0, string.Empty), (printed.Status, printed.Error));
        var vocabulary = printed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(list => list.GetProperty("name").GetString()!, list => list.GetProperty("words").EnumerateArray().Select(word => word.GetString()!).ToList());
        Assert.True(vocabulary.Count > 20, $"only {vocabulary.Count} lists are printed");
        Assert.Equal(Lines(vocabulary), Lines(Glossary()));
        var ofTheApi = ListsOfTheApi().ToList();
        Assert.True(ofTheApi.Count > 15, $"only {ofTheApi.Count} lists are in the API document");
        Assert.All(ofTheApi, list => Assert.Equal((list.Name, string.Join(' ', vocabulary[list.Name])), list));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("read", "x.xml", "--vocabulary")]
    public async Task FilesOrVocabulary_NotNeitherNorBoth(params string[] args) => Assert.Equal(2, (await HubProcess.RunAsync(args)).Status);

    private static IEnumerable<string> Lines(Dictionary<string, List<string>> lists) => lists.Select(list => $"{list.Key}: {string.Join(' ', list.Value)}").Order(StringComparer.Ordinal);

    /// <summary>Of the first column: a name in marks, and all words that stand behind it.</summary>
    private static Dictionary<string, List<string>> Glossary() => (
        from line in File.ReadLines(Path.Combine(Repository.Root, "src", "GLOSSARY.md"))
        where line.StartsWith("| ", StringComparison.Ordinal)
        from match in List().Matches(line[1..].Split('|')[0].Trim())
        select match).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["words"].Value.Split(' ').ToList());

    private static IEnumerable<(string Name, string Words)> ListsOfTheApi()
    {
        using var api = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests/Chiyoda.Bousai.Hub.Tests/Contracts/openapi.v1.json")));
        foreach (var schema in api.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (schema.Value.TryGetProperty("enum", out var words))
            {
                yield return (schema.Name, string.Join(' ', words.EnumerateArray().Select(word => word.GetString())));
            }
        }
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+)` (?<words>[A-Za-z0-9+?-]+(?: [A-Za-z0-9+?-]+)*)(?=,|$)")]
    private static partial Regex List();
}
