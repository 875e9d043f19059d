using System.Text;
using System.Text.RegularExpressions;

namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>Reads the areas of an order back out of the page that was rendered, by another way than it was made (design rule 11).</summary>
internal static partial class PortalEcho
{
    /// <returns>What is wrong, in Japanese; <see langword="null"/> when every page of the site names exactly these areas for the order.</returns>
    public static string? FindProblem(PortalSite site, Guid orderId, IReadOnlyCollection<string> areas)
    {
        var homes = site.Files.Where(pair => pair.Key.EndsWith('/')).ToList();
        if (homes.Count == 0)
        {
            return "公開ページがまだありません";
        }

        foreach (var (path, file) in homes)
        {
            var shown = Marks().Matches(Encoding.UTF8.GetString(file.Plain.Span))
                .Where(match => Guid.TryParse(match.Groups["order"].Value, out var id) && id == orderId)
                .Select(match => match.Groups["area"].Value).ToHashSet(StringComparer.Ordinal);
            if (!shown.SetEquals(areas))
            {
                return $"公開ページ {path} の区域が決裁と違います（表示{shown.Count}、決裁{areas.Count}）";
            }
        }

        return null;
    }

    [GeneratedRegex("""data-order="(?<order>[^"]+)"[^>]*?data-area="(?<area>[^"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
