using System.Text;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Reads the areas of an order or a notice back out of the page that was rendered, by another way than it was made (design rule 11).</summary>
internal static partial class PortalEcho
{
    /// <returns>What is wrong, in Japanese; <see langword="null"/> when every first page that is swapped at once names exactly these areas for the order.</returns>
    public static string? FindProblem(PortalSite site, Guid orderId, IReadOnlyCollection<string> areas) =>
        FindProblem(site, "/", Marks(), orderId, areas);

    /// <returns>The same of the pages of notices.</returns>
    public static string? FindNoticeProblem(PortalSite site, Guid noticeId, IReadOnlyCollection<string> areas) =>
        FindProblem(site, "/notices", NoticeMarks(), noticeId, areas);

    /// <returns>The same of one page of a translation and everything that the view holds.</returns>
    public static string? FindProblem(PortalView view, string path, SiteFile file) => (path.EndsWith('/')
        ? view.Orders.Select(order => FindProblem(path, file, Marks(), order.Id, [.. order.Areas.Select(area => area.Code.Value)]))
        : path.EndsWith("/notices", StringComparison.Ordinal)
            ? view.CurrentNotices.Select(notice => FindProblem(path, file, NoticeMarks(), notice.Id, notice.IsWholeWard ? ["*"] : [.. notice.Areas.Select(area => area.Code.Value)]))
            : []).FirstOrDefault(problem => problem is not null);

    private static string? FindProblem(PortalSite site, string ending, Regex marks, Guid subjectId, IReadOnlyCollection<string> areas)
    {
        var pages = site.Files.Where(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal) && !pair.Value.Follows).ToList();
        return pages.Count == 0
            ? "公開ページがまだありません"
            : pages.Select(page => FindProblem(page.Key, page.Value, marks, subjectId, areas)).FirstOrDefault(problem => problem is not null);
    }

    private static string? FindProblem(string path, SiteFile file, Regex marks, Guid subjectId, IReadOnlyCollection<string> areas)
    {
        var shown = marks.Matches(Encoding.UTF8.GetString(file.Plain.Span))
            .Where(match => Guid.TryParse(match.Groups["subject"].Value, out var id) && id == subjectId)
            .Select(match => match.Groups["area"].Value).ToHashSet(StringComparer.Ordinal);
        return shown.SetEquals(areas) ? null : $"公開ページ {path} の区域が決裁と違います（表示{shown.Count}、決裁{areas.Count}）";
    }

    [GeneratedRegex("""data-order="(?<subject>[^"]+)"[^>]*?data-area="(?<area>[^"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("""data-notice="(?<subject>[^"]+)"[^>]*?data-area="(?<area>[^"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex NoticeMarks();
}
