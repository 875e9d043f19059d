using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Persistence;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>relays/*.json</c>, one rule a file. A pack may have none; then nothing is relayed.</summary>
internal sealed partial class RelaysReader(
    PackFolder folder, Ward ward, IReadOnlyDictionary<string, Zone> zones, IReadOnlyList<ChannelDefinition> channels, IReadOnlyList<Authority> authorities)
{
    private readonly List<(PackObject At, RelayRule Rule)> _rules = [];

    public RelayBook Read()
    {
        var files = folder.OptionalJsonFiles("relays");
        if (files.Count == 0)
        {
            return RelayBook.Empty;
        }

        var messages = ward.Languages.ToDictionary(language => language, language => RelayMessagesReader.Read(folder, language), StringComparer.Ordinal);
        foreach (var name in files)
        {
            if (folder.Verified(name) is { } file && Rule(file, messages) is { } rule)
            {
                if (Path.GetFileNameWithoutExtension(name) != rule.Id)
                {
                    file.Problem(PackRules.FileName, "id");
                }

                if (_rules.Exists(other => Overlap(other.Rule, rule)))
                {
                    file.Problem(PackRules.RelayOverlap, "phenomenon");
                }

                _rules.Add((file, rule));
            }
        }

        return new RelayBook(
            _rules.ToDictionary(pair => pair.Rule.Id, pair => pair.Rule, StringComparer.Ordinal),
            messages.ToDictionary(pair => pair.Key, pair => pair.Value.CheckedBy, StringComparer.Ordinal));
    }

    /// <returns>The rule, or <see langword="null"/> when it is too broken to be one; then that has been reported.</returns>
    private RelayRule? Rule(PackObject file, Dictionary<string, RelayMessagesReader> messages)
    {
        var id = file.Text("id");
        var name = file.Text("name");
        var phenomenon = file.Text("phenomenon");
        var place = file.Localized("place", ward.Languages);
        var families = Families(file);
        var areas = Areas(file);
        var channelNames = Channels(folder.Report, file, channels);
        var minutes = file.Number("tellForMinutes");
        if (minutes is not (>= 5 and <= 1440))
        {
            file.Problem(PackRules.RelayMinutes, "tellForMinutes");
        }

        var cause = Cause(file, phenomenon);
        var scale = WarningScale.ByPhenomenon.GetValueOrDefault(phenomenon);
        if (scale is null)
        {
            file.Problem(PackRules.RelayPhenomenon, "phenomenon");
        }

        var atLeast = Grade(file, "atLeast", scale);
        var night = Night(file, scale);
        file.Done();
        var wordings = messages.Where(pair => scale is not null).ToDictionary(pair => pair.Key, pair => pair.Value.For(phenomenon, place.In(pair.Key)), StringComparer.Ordinal);
        if (scale is null || wordings.Values.Any(wording => wording is null))
        {
            return null;
        }

        var rule = new RelayRule
        {
            Id = id,
            Version = string.Empty,
            Name = name,
            Phenomenon = phenomenon,
            Cause = cause,
            Families = families,
            AtLeast = atLeast,
            Areas = areas,
            Channels = channelNames,
            Night = night,
            TellFor = TimeSpan.FromMinutes(minutes),
            Wordings = wordings.ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal),
        };
        if (!authorities.Any(authority => StandingRule.Covers(authority, rule)))
        {
            file.Problem(PackRules.RelayAuthority, "phenomenon");
        }

        return rule with { Version = VersionOf(rule) };
    }

    /// <summary>The same content has the same version on every machine: JSON of the whole rule, members in the order of the type.</summary>
    internal static string VersionOf(RelayRule rule) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(rule, BousaiJson.Options))));

    private List<string> Families(PackObject file)
    {
        var families = file.Lines("families");
        foreach (var (family, line) in families)
        {
            if (RelayRule.IsEarthquakeEarlyWarning(family))
            {
                folder.Report.Add(file.File, line, PackRules.EarlyWarning, family);
            }
            else if (!Family().IsMatch(family))
            {
                folder.Report.Add(file.File, line, PackRules.RelayFamily, family);
            }
        }

        return [.. families.Select(family => family.Text)];
    }

    private IReadOnlyList<string> Areas(PackObject file)
    {
        var zone = file.Text("zone");
        if (zone == RelayRule.Everywhere)
        {
            return [RelayRule.Everywhere];
        }

        if (zones.TryGetValue(zone, out var known))
        {
            return [.. known.Areas.Select(area => area.Value).Order(StringComparer.Ordinal)];
        }

        file.Problem(PackRules.UnknownZone, "zone");
        return [];
    }

    /// <summary>The channels of a rule: any of the ward but those that show the information itself.</summary>
    internal static IReadOnlyList<string> Channels(PackReport report, PackObject file, IReadOnlyList<ChannelDefinition> channels)
    {
        var names = file.Lines("channels");
        if (names.Count == 0)
        {
            file.Problem(PackRules.EmptyList, "channels");
        }

        foreach (var (wrong, line) in names.Where(name => name.Text is "portal" or "signalr" || !channels.Any(channel => channel.Id == name.Text)))
        {
            report.Add(file.File, line, PackRules.RelayChannel, wrong);
        }

        return [.. names.Select(name => name.Text)];
    }

    private string? Cause(PackObject file, string phenomenon)
    {
        var cause = file.OptionalText("cause");
        if ((phenomenon == "flood") != (cause is not null))
        {
            file.Problem(PackRules.RelayCause, cause is null ? "phenomenon" : "cause");
        }
        else if (cause is not null && !ward.Codes.FloodForecastAreas.Contains(cause))
        {
            file.Problem(PackRules.UnknownForecastArea, "cause");
        }

        return cause;
    }

    private static RelayNight? Night(PackObject file, WarningScale? scale)
    {
        if (file.IsNull("night"))
        {
            return null;
        }

        var night = file.Object("night");
        var atLeast = Grade(night, "atLeast", scale);
        var held = night.Text("held");
        if (held is not ("drop" or "morning"))
        {
            night.Problem(PackRules.UnknownWord, "held");
        }

        night.Done();
        return new RelayNight(atLeast, held == "morning");
    }

    private static int Grade(PackObject item, string field, WarningScale? scale)
    {
        var word = item.Text(field);
        var grade = 0;
        if (scale?.Words.TryGetValue(word, out grade) == false)
        {
            item.Problem(PackRules.RelayGrade, field);
        }

        return grade;
    }

    /// <summary>Two rules that would tell one change to one device twice.</summary>
    private static bool Overlap(RelayRule one, RelayRule other) =>
        one.Phenomenon == other.Phenomenon
        && one.Cause == other.Cause
        && one.Channels.Intersect(other.Channels, StringComparer.Ordinal).Any()
        && (one.Areas.Contains(RelayRule.Everywhere) || other.Areas.Contains(RelayRule.Everywhere) || one.Areas.Intersect(other.Areas, StringComparer.Ordinal).Any())
        && (one.Families.Count == 0 || other.Families.Count == 0
            || one.Families.Any(family => other.Families.Any(its => its.StartsWith(family, StringComparison.Ordinal) || family.StartsWith(its, StringComparison.Ordinal))));

    [GeneratedRegex("^[A-Z]{4}([0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Family();
}
