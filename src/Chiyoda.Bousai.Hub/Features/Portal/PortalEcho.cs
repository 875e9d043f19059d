using System.Text;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Reads the areas of an order back out of the page that was rendered, by another way than it was made (design rule 11).</summary>
internal static partial class PortalEcho
{
    /// <returns>What is wrong, in Japanese; <see langword="null"/> when every first page of the site names exactly these areas for the order.</returns>
    public static string? FindProblem(PortalSite site, Guid orderId, IReadOnlyCollection<string> areas) =>
        FindProblem(site, "/", Marks(), orderId, areas);

    /// <returns>The same of the pages of notices.</returns>
    public static string? FindNoticeProblem(PortalSite site, Guid noticeId, IReadOnlyCollection<string> areas) =>
        FindProblem(site, "/notices", NoticeMarks(), noticeId, areas);

    private static string? FindProblem(PortalSite site, string ending, Regex marks, Guid subjectId, IReadOnlyCollection<string> areas)
    {
        var pages = site.Files.Where(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal)).ToList();
        if (pages.Count == 0)
        {
            return "公開ページがまだありません";
        }

        foreach (var (path, file) in pages)
        {
            var shown = marks.Matches(Encoding.UTF8.GetString(file.Plain.Span))
                .Where(match => Guid.TryParse(match.Groups["subject"].Value, out var id) && id == subjectId)
                .Select(match => match.Groups["area"].Value).ToHashSet(StringComparer.Ordinal);
            if (!shown.SetEquals(areas))
            {
                return $"公開ページ {path} の区域が決裁と違います（表示{shown.Count}、決裁{areas.Count}）";
            }
        }

        return null;
    }

    [GeneratedRegex("""data-order="(?<subject>[^"]+)"[^>]*?data-area="(?<area>[^"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("""data-notice="(?<subject>[^"]+)"[^>]*?data-area="(?<area>[^"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex NoticeMarks();
}
