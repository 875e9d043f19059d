using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Hub.Features.Relays;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>A setting that is misspelled, or whose value cannot be, is named by file, line and rule before anything starts.</summary>
internal static class SettingsGate
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [FeedsOptions.Section] = typeof(FeedsOptions),
        [JmaFeedOptions.Section] = typeof(JmaFeedOptions),
        [P2PQuakeOptions.Section] = typeof(P2PQuakeOptions),
        [GaugeOptions.Section] = typeof(GaugeOptions),
        [ForeignAlertOptions.Section] = typeof(ForeignAlertOptions),
        [PasskeyOptions.Section] = typeof(PasskeyOptions),
        [HubOptions.Section] = typeof(HubOptions),
        [LimitsOptions.Section] = typeof(LimitsOptions),
        [PushOptions.Section] = typeof(PushOptions),
        ["Dissemination"] = typeof(DispatchOptions),
        ["Relays"] = typeof(RelayOptions),
        [ExerciseOptions.Section] = typeof(ExerciseOptions),
        [CallOutOptions.Section] = typeof(CallOutOptions),
    };

    /// <summary>Sections that the platform reads, with names of its own; and connection strings, which are judged where they are used.</summary>
    private static readonly string[] Platform = ["Logging", "ConnectionStrings", "AllowedHosts", "Kestrel"];

    public static IEnumerable<PackProblem> Check(string directory, HubMode mode)
    {
        foreach (var file in FilesOf(mode))
        {
            var load = SettingsFile.Load(directory, file);
            foreach (var problem in load.Problems)
            {
                yield return problem;
            }

            foreach (var setting in load.Settings)
            {
                if (FindRule(setting) is { } rule)
                {
                    yield return new PackProblem(setting.File, setting.Line, $"{setting.Path}: {rule}", setting.Value);
                }
            }
        }
    }

    public static IReadOnlyList<string> FilesOf(HubMode mode) => ["appsettings.json", $"appsettings.{mode.ToString().ToLowerInvariant()}.json"];

    /// <returns>The rule that the setting breaks, or <see langword="null"/>.</returns>
    private static string? FindRule(Setting setting)
    {
        var names = setting.Path.Split(':');
        if (Platform.Contains(names[0], StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var property = names.Length > 1 ? Sections.GetValueOrDefault(names[0])?.GetProperty(names[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) : null;
        return property is null ? PackRules.UnknownSetting
            : names.Length > 2 ? null
            : FindRule(property, setting.Value);
    }

    private static string? FindRule(PropertyInfo property, string text)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(property.PropertyType).ConvertFromInvariantString(text);
            return property.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => !rule.IsValid(value))?.FormatErrorMessage(property.Name);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or NotSupportedException)
        {
            return PackRules.SettingForm;
        }
    }
}
