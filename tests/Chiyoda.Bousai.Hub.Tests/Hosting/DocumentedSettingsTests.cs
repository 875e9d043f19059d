using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Hosting;

/// <summary>What <c>config/README.md</c> names as a setting can stand in a file of the pack.</summary>
public sealed partial class DocumentedSettingsTests
{
    [Fact]
    public void EverySettingOfTheDocument_IsKnown()
    {
        using var copy = new ConfigCopy();
        var named = Setting().Matches(File.ReadAllText(copy.PathOf("README.md"))).Select(match => (Section: match.Groups[1].Value, Name: match.Groups[2].Value))
            .Where(setting => setting.Section != "ConnectionStrings").Distinct().ToList();
        Assert.True(named.Count >= 25, string.Join(' ', named));
        var settings = new JsonObject(named.GroupBy(setting => setting.Section).Select(
            section => KeyValuePair.Create<string, JsonNode?>(section.Key, new JsonObject(section.Select(setting => KeyValuePair.Create<string, JsonNode?>(setting.Name, "x"))))));
        copy.Write("appsettings.json", settings.ToJsonString());

        var unknown = SettingsGate.Check(copy.Path, HubMode.Exercise).Where(problem => problem.Rule.EndsWith(PackRules.UnknownSetting, StringComparison.Ordinal));

        Assert.Empty(unknown);
    }

    [GeneratedRegex("`([A-Z][A-Za-z0-9]+):([A-Z][A-Za-z]+)")]
    private static partial Regex Setting();
}
