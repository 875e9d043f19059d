using System.Text;
using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>Nothing starts on a wrong pack, and live starts on a verified one only (design rule 4).</summary>
internal static class PackGate
{
    /// <exception cref="StartRefusedException">Names every file, line and rule.</exception>
    public static WardPack Open(Deployment deployment)
    {
        if (!Directory.Exists(deployment.ConfigDirectory))
        {
            throw new StartRefusedException($"There is no configuration in {deployment.ConfigDirectory}. Start from the folder that holds config/, or name it with --config.");
        }

        var load = WardPackLoader.Load(deployment.ConfigDirectory);
        PackProblem[] problems = [.. SettingsGate.Check(deployment), .. load.Problems];
        if (load.Pack is not { } pack || problems.Length > 0)
        {
            var lines = new StringBuilder($"The configuration in {deployment.ConfigDirectory} is wrong in {problems.Length} place(s):");
            foreach (var problem in problems)
            {
                lines.AppendLine().Append("  ").Append(problem);
            }

            throw new StartRefusedException(lines.ToString());
        }

        if (deployment.Mode == HubMode.Live && Missing(deployment, pack) is { Count: > 0 } missing)
        {
            throw new StartRefusedException(
                "Live does not start on unverified data. Missing:" + string.Concat(missing.Select(item => Environment.NewLine + "  " + item)));
        }

        return pack;
    }

    private static List<ReadinessGap> Missing(Deployment deployment, WardPack pack)
    {
        var gaps = LiveReadiness.Check(pack, TimeProvider.System.GetUtcNow().DayInJapan()).ToList();
        if (PortalTexts.Read(deployment.ConfigDirectory, pack.Ward.Languages)[LocalizedText.Japanese].CheckedBy is null)
        {
            gaps.Add(new ReadinessGap($"messages/{LocalizedText.Japanese}/portal.json", "日本語の画面の文言が未確認 (Japanese words of the pages not checked)"));
        }

        return gaps;
    }
}
