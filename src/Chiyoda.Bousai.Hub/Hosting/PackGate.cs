using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;

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

        var verdict = PackVerdict.Of(deployment.ConfigDirectory, deployment.Mode);
        if (verdict.Pack is not { } pack)
        {
            var lines = new StringBuilder($"The configuration in {deployment.ConfigDirectory} is wrong in {verdict.Problems.Count} place(s):");
            foreach (var problem in verdict.Problems)
            {
                lines.AppendLine().Append("  ").Append(problem);
            }

            throw new StartRefusedException(lines.ToString());
        }

        return deployment.Mode != HubMode.Live || verdict.LiveGaps.Count == 0
            ? pack
            : throw new StartRefusedException(
                "Live does not start on unverified data. Missing:" + string.Concat(verdict.LiveGaps.Select(item => Environment.NewLine + "  " + item)));
    }
}
