using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>What is wrong with a folder of configuration, and what is missing before live.</summary>
/// <param name="Pack">The pack; <see langword="null"/> exactly when there are problems.</param>
/// <param name="Problems">Every wrong value of every file, by file and line: nothing starts on them.</param>
/// <param name="LiveGaps">What live refuses a sound pack for; empty while there are problems, since they are not judged then.</param>
internal sealed record PackVerdict(WardPack? Pack, IReadOnlyList<PackProblem> Problems, IReadOnlyList<ReadinessGap> LiveGaps)
{
    /// <param name="directory">The folder.</param>
    /// <param name="modes">Whose settings files are looked at.</param>
    public static PackVerdict Of(string directory, params IReadOnlyList<HubMode> modes)
    {
        var load = WardPackLoader.Load(directory);
        var (words, wordProblems) = PortalTextsReader.Read(directory, load.Pack?.Ward.Languages ?? PortalTextsReader.LanguagesIn(directory));
        PackProblem[] problems =
        [
            .. modes.SelectMany(mode => SettingsGate.Check(directory, mode)).Concat(load.Problems).Concat(wordProblems).Distinct()
                .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line),
        ];
        return load.Pack is not { } pack || problems.Length > 0
            ? new PackVerdict(null, problems, [])
            : new PackVerdict(pack, [], [.. LiveReadiness.Check(pack, TimeProvider.System.GetUtcNow().DayInJapan()), .. WordGaps(words)]);
    }

    /// <summary>What live refuses in the settings, with the environment of this process as at a start.</summary>
    public static IEnumerable<ReadinessGap> LiveSettingGaps(string directory)
    {
        var configuration = HubConfiguration.Read(HubSettings.Default with { ConfigDirectory = directory }, HubMode.Live);
        var push = configuration.GetSection(PushOptions.Section).Get<PushOptions>() ?? new PushOptions();
        return push.FindProblems(HubMode.Live).Select(problem => new ReadinessGap("appsettings.live.json", problem));
    }

    private static IEnumerable<ReadinessGap> WordGaps(IReadOnlyList<PortalWords> words)
    {
        if (words.Single(each => each.Language == LocalizedText.Japanese).CheckedBy is null)
        {
            yield return new ReadinessGap($"messages/{LocalizedText.Japanese}/{PortalTextsReader.FileName}", "日本語の画面の文言が未確認 (Japanese words of the pages not checked)");
        }
    }
}
