using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>reasons/</c>: sentences that people choose from when they say why, one file per hazard. A ward may have none.</summary>
internal static class ReasonsReader
{
    private const string Folder = "reasons";

    /// <summary>As long as the public reason of an order may be.</summary>
    private const int MostCharacters = 200;

    public static IReadOnlyList<StandardReason> Read(PackFolder folder, IReadOnlyList<string> languages)
    {
        var reasons = new List<StandardReason>();
        foreach (var name in folder.OptionalJsonFiles(Folder))
        {
            if (folder.Verified(name) is not { } file)
            {
                continue;
            }

            var hazard = file.Word<Hazard>("hazard");
            foreach (var item in file.Objects("reasons"))
            {
                var reason = new StandardReason(hazard, item.Localized(languages));
                foreach (var tooLong in item.Names.Where(tag => reason.Text.In(tag).Length > MostCharacters))
                {
                    item.Problem(PackRules.ReasonTooLong, tooLong, reason.Text.In(tooLong));
                }

                if (reasons.Any(other => other.Hazard == hazard && other.Text.Ja == reason.Text.Ja))
                {
                    item.Problem(PackRules.Duplicate, LocalizedText.Japanese, reason.Text.Ja);
                }

                reasons.Add(reason);
            }

            file.Done();
        }

        return reasons;
    }
}
