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
            throw Refusal(deployment.ConfigDirectory, verdict);
        }

        return deployment.Mode != HubMode.Live || verdict.LiveGaps.Count == 0
            ? pack
            : throw new StartRefusedException(
                "Live does not start on unverified data. Missing:" + string.Concat(verdict.LiveGaps.Select(item => Environment.NewLine + "  " + item)));
    }

    /// <summary>Why nothing starts on a wrong pack, a line per problem.</summary>
    public static StartRefusedException Refusal(string directory, PackVerdict verdict) => new(
        $"The configuration in {directory} is wrong in {verdict.Problems.Count} place(s):"
        + string.Concat(verdict.Problems.Select(problem => Environment.NewLine + "  " + problem)));
}
