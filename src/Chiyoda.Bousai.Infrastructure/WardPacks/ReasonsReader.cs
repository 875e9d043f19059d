using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>reasons/</c>: sentences that people choose from when they say why, one file per hazard. A ward may have none.</summary>
internal static class ReasonsReader
{
    private const string Folder = "reasons";

    /// <summary>As long as the public reason of an order may be.</summary>
    private const int MostCharacters = 200;

    public static IReadOnlyList<StandardReason> Read(PackFolder folder)
    {
        var reasons = new List<StandardReason>();
        foreach (var name in folder.OptionalJsonFiles(Folder))
        {
            if (folder.Verified(name) is not { } file)
            {
                continue;
            }

            var hazard = file.Word<Hazard>("hazard");
            foreach (var text in file.Texts("reasons"))
            {
                var reason = new StandardReason(hazard, text);
                if (text.Length > MostCharacters)
                {
                    file.Problem(PackRules.ReasonTooLong, "reasons", text);
                }

                if (reasons.Contains(reason))
                {
                    file.Problem(PackRules.Duplicate, "reasons", text);
                }

                reasons.Add(reason);
            }

            file.Done();
        }

        return reasons;
    }
}
