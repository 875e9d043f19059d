using System.Text.RegularExpressions;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Documents;

/// <summary><c>src/ERRORS.md</c> is what a caller programs against: it lists each code that the source makes, with its status, and no other.</summary>
[RunsOnce]
public partial class ListingErrorCodesTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    private static readonly Dictionary<string, string> StatusOfKind = new(StringComparer.Ordinal)
    {
        ["Invalid"] = "400",
        ["Forbidden"] = "403",
        ["Unknown"] = "404",
        ["Conflict"] = "409",
        ["Status401Unauthorized"] = "401",
        ["Status403Forbidden"] = "403",
    };

    [Fact]
    public void EveryCodeOfTheSource_IsListed_AndNoOther()
    {
        var made = Made().Select(each => each.Code).ToHashSet(StringComparer.Ordinal);
        var listed = Listed().Select(each => each.Code).ToList();

        Assert.True(made.Count > 50, $"only {made.Count} codes were found in the source");
        Assert.Equal(listed.Count, listed.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(made.Except(listed, StringComparer.Ordinal));
        Assert.Empty(listed.Except(made, StringComparer.Ordinal));
    }

    [Fact]
    public void EveryListedStatus_IsTheOneThatIsAnswered()
    {
        var made = Made().ToLookup(each => each.Code, each => each.Status, StringComparer.Ordinal);
        var listed = Listed().Where(each => each.Status.Length > 0).ToList();

        Assert.NotEmpty(listed);
        Assert.All(listed, each => Assert.All(made[each.Code], status => Assert.Equal((each.Code, each.Status), (each.Code, status))));
    }

    private static IEnumerable<(string Code, string Status)> Made() =>
        from file in Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from match in Making().Matches(File.ReadAllText(file))
        let answered = match.Groups["by"].Value
        select (match.Groups["code"].Value, StatusOfKind.GetValueOrDefault(answered, answered));

    private static IEnumerable<(string Code, string Status)> Listed() =>
        from line in File.ReadLines(Path.Combine(Source, "ERRORS.md"))
        let row = Row().Match(line)
        where row.Success && row.Groups["code"].Value != "code"
        select (row.Groups["code"].Value, row.Groups["status"].Value);

    /// <summary>A refusal by its kind, a problem by its status, or the short hand of a file of invalid requests or of faults of a remote.</summary>
    [GeneratedRegex("""(?:RefusalKind\.(?<by>\w+),|Plain\((?<by>\d{3}),|StatusCodes\.(?<by>\w+),|\b(?<by>Invalid|Fault)\()\s*"(?<code>[a-z]+\.[a-z-]+)"[,)]""")]
    private static partial Regex Making();

    [GeneratedRegex(@"^\| `(?<code>[a-z]+\.[a-z-]+)` \|(?: (?<status>\d{3}) \|)?")]
    private static partial Regex Row();
}
