using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using NetTopologySuite.Geometries;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>ward.json</c>.</summary>
internal static class WardReader
{
    public static Ward Read(PackObject file)
    {
        var languages = file.Texts("languages");
        if (!languages.Contains(LocalizedText.Japanese))
        {
            file.Problem(PackRules.JapaneseMissing, "languages");
        }

        Twice(file, "languages", languages);
        var ward = new Ward
        {
            Name = file.Localized("names", languages),
            Kana = file.Text("kana"),
            MunicipalityCode = MunicipalityCode(file),
            Codes = Codes(file.Object("codes")),
            FullStateFamilies = Families(file),
            FallbackFamilies = Fallbacks(file),
            Sources = Sources(file),
            Languages = languages,
            Contacts = [.. file.Objects("contacts").Select(Contact)],
            Outline = Outline(file),
            OutlineSource = file.Text("outlineSource"),
        };
        if (!JapaneseScript.IsKatakana(ward.Kana))
        {
            file.Problem(PackRules.NotKatakana, "kana");
        }

        file.Done();
        return ward;
    }

    /// <summary>全国地方公共団体コード: the sixth digit is 11 − (Σ digit × 6…2 mod 11), last digit (総務省の定め).</summary>
    public static bool HasCheckDigit(string code) =>
        code.Length == 6
        && code.All(char.IsAsciiDigit)
        && (11 - (code.Take(5).Select((digit, at) => (digit - '0') * (6 - at)).Sum() % 11)) % 10 == code[5] - '0';

    private static string MunicipalityCode(PackObject file)
    {
        var code = file.Text("municipalityCode");
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            file.Problem(PackRules.CodeDigits, "municipalityCode");
        }
        else if (!HasCheckDigit(code))
        {
            file.Problem(PackRules.CheckDigit, "municipalityCode");
        }

        return code;
    }

    private static WardCodes Codes(PackObject codes)
    {
        var office = codes.Text("office");
        if (office.Length != 6 || !office.All(char.IsAsciiDigit))
        {
            codes.Problem(PackRules.CodeDigits, "office");
        }

        var result = new WardCodes
        {
            Class20 = Set("class20", 7),
            Office = office,
            Class10And15 = Set("class10And15", 6),
            FloodForecastAreas = Set("floodForecastAreas", 12),
            SeismicCities = Set("seismicCities", 7),
            SeismicAreas = Set("seismicAreas", 3),
            TsunamiRegions = TsunamiRegions(codes),
        };
        codes.Done();
        return result;

        HashSet<string> Set(string field, int digits)
        {
            var values = codes.Texts(field);
            foreach (var wrong in values.Where(value => value.Length != digits || !value.All(char.IsAsciiDigit)))
            {
                codes.Problem(PackRules.CodeDigits, field, wrong);
            }

            Twice(codes, field, values);
            return values.ToHashSet(StringComparer.Ordinal);
        }
    }

    private static Dictionary<string, string> TsunamiRegions(PackObject codes)
    {
        var regions = new List<(string Code, string Name)>();
        foreach (var region in codes.Objects("tsunamiRegions"))
        {
            var (code, name) = (region.Text("code"), region.Text("name"));
            if (code.Length != 3 || !code.All(char.IsAsciiDigit))
            {
                region.Problem(PackRules.CodeDigits, "code");
            }
            else if (!TsunamiRegionNames.Agree(code, name))
            {
                region.Problem(PackRules.TsunamiRegionName, "name");
            }

            region.Done();
            regions.Add((code, name));
        }

        Twice(codes, "tsunamiRegions", [.. regions.Select(region => region.Code)]);
        return regions.DistinctBy(region => region.Code).ToDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Families(PackObject file)
    {
        var families = file.Texts("fullStateFamilies");
        foreach (var wrong in families.Where(family => family.Length != 6
            || !family[..4].All(char.IsAsciiLetterUpper) || !family[4..].All(char.IsAsciiDigit)))
        {
            file.Problem(PackRules.TelegramFamily, "fullStateFamilies", wrong);
        }

        Twice(file, "fullStateFamilies", families);
        return families;
    }

    /// <summary>May be absent: then the fall-backs that need no choice are read.</summary>
    private static IReadOnlySet<string> Fallbacks(PackObject file)
    {
        if (file.OptionalTexts("fallbackFamilies") is not { } families)
        {
            return WarningPolicy.Default.FallbackFamilies;
        }

        foreach (var wrong in families.Where(family => !WarningPolicy.Fallbacks.Contains(family)))
        {
            file.Problem(PackRules.UnknownWord, "fallbackFamilies", wrong);
        }

        Twice(file, "fallbackFamilies", families);
        return families.ToHashSet(StringComparer.Ordinal);
    }

    private static List<SourceDefinition> Sources(PackObject file)
    {
        var sources = new List<SourceDefinition>();
        foreach (var source in file.Objects("sources"))
        {
            sources.Add(new SourceDefinition(
                source.Text("id"), source.Text("name"), source.Word<SourceMode>("mode"), source.Flag("required")));
            source.Done();
        }

        Twice(file, "sources", [.. sources.Select(source => source.Id)]);
        return sources;
    }

    private static Contact Contact(PackObject contact)
    {
        var result = new Contact(contact.Text("office"), contact.TextOrNull("telephone"), contact.TextOrNull("address"));
        contact.Done();
        return result;
    }

    private static IReadOnlyList<GeoPoint> Outline(PackObject file)
    {
        var outline = file.Points("outline");
        var isRing = outline.Count >= 4 && outline[0] == outline[^1];
        if (!isRing || !new Polygon(new LinearRing([.. outline.Select(point => new Coordinate(point.Longitude, point.Latitude))])).IsValid)
        {
            file.Problem(PackRules.OutlineOpen, "outline", $"{outline.Count}");
            return [];
        }

        return outline;
    }

    private static void Twice(PackObject file, string field, IReadOnlyList<string> values)
    {
        foreach (var twice in values.GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            file.Problem(PackRules.Duplicate, field, twice.Key);
        }
    }
}
