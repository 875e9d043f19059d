using System.Globalization;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>
/// The contacts of the posts: a CSV file of the deployment, <c>職,手段,宛先</c>, outside the ward pack and outside any repository. What is wrong in it is
/// named by line and rule, never by value.
/// </summary>
public sealed class DutyList
{
    private const int MaxRows = 500;

    private static readonly string[] Columns = ["職", "手段", "宛先"];

    private DutyList(IReadOnlyDictionary<string, IReadOnlyList<DutyContact>> contacts) => Contacts = contacts;

    /// <summary>Nobody can be reached.</summary>
    public static DutyList Empty { get; } = new(new Dictionary<string, IReadOnlyList<DutyContact>>());

    /// <summary>The contacts by post, in the order of the file.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<DutyContact>> Contacts { get; }

    /// <summary>Reads a list.</summary>
    /// <param name="path">The file.</param>
    /// <param name="posts">The posts that the pack names.</param>
    /// <returns>The list, or all problems.</returns>
    public static (DutyList? List, IReadOnlyList<PackProblem> Problems) Read(string path, IReadOnlyCollection<string> posts)
    {
        var report = new PackReport();
        var file = Path.GetFileName(path);
        var folder = new PackFolder(Path.GetDirectoryName(Path.GetFullPath(path))!, report);
        var contacts = new Dictionary<string, List<DutyContact>>(StringComparer.Ordinal);
        var rows = folder.Text(file) is { } text ? CsvTable.Read(report, file, text, Columns) : [];
        foreach (var row in rows)
        {
            if (rows.Count > MaxRows)
            {
                row.Problem(PackRules.TooManyRows, $"> {MaxRows}");
                break;
            }

            var post = row.Text("職");
            var means = row.Word<DutyMeans>("手段");
            var address = row.Text("宛先");
            if (!posts.Contains(post))
            {
                row.Problem(PackRules.UnknownPost, post);
            }

            if (!IsAddress(means, address))
            {
                row.Problem(means == DutyMeans.Mail ? PackRules.MailAddress : PackRules.Telephone, "宛先");
            }

            var own = contacts.TryGetValue(post, out var known) ? known : contacts[post] = [];
            var number = own.Count(contact => contact.Means == means) + 1;
            own.Add(new DutyContact(string.Create(CultureInfo.InvariantCulture, $"{means.ToString().ToLowerInvariant()}-{number}"), means, address));
        }

        return report.IsClean
            ? (new DutyList(contacts.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<DutyContact>)pair.Value, StringComparer.Ordinal)), [])
            : (null, report.Problems);
    }

    private static bool IsAddress(DutyMeans means, string address) => means == DutyMeans.Mail
        ? Mailbox.Read(address) is not null
        : address.TrimStart('+').All(c => char.IsAsciiDigit(c) || c == '-') && address.Count(char.IsAsciiDigit) is >= 3 and <= 15;
}
