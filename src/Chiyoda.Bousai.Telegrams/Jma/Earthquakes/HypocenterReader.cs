using System.Globalization;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Reads Body/Earthquake.</summary>
internal static class HypocenterReader
{
    private const string InMinutes = "（度分）";

    private const int MetersPerKilometer = 1000;

    /// <summary>The centre of the earth, in metres: what claims to be deeper is unreadable.</summary>
    private const int MaxDepthMeters = 6_371_000;

    public static Hypocenter Read(TelegramXml xml) => ReadWithCondition(xml).Hypocenter;

    /// <summary>With Earthquake/Condition, which only 緊急地震速報 has; empty when absent.</summary>
    public static (Hypocenter Hypocenter, string Condition) ReadWithCondition(TelegramXml xml)
    {
        string name = "", detailed = "", code = "", degrees = "", minutes = "", magnitudeText = "", condition = "";
        decimal? magnitude = null;
        DateTimeOffset? occurred = null;
        for (var earthquake = xml.Children(); xml.MoveNext(earthquake);)
        {
            switch (xml.Name)
            {
                case "OriginTime":
                    occurred = TelegramInstant.Parse(xml.Word());
                    break;
                case "Hypocenter":
                    for (var hypocenter = xml.Children(); xml.MoveNext(hypocenter);)
                    {
                        if (xml.Name == "Area")
                        {
                            Area(xml, ref name, ref detailed, ref code, ref degrees, ref minutes);
                        }
                    }

                    break;
                case "Condition":
                    condition = xml.Word();
                    break;

                // Several are allowed, of several kinds (jmx_seis.xsd): the first that has a value.
                case "Magnitude" when magnitude is null:
                    magnitudeText = xml.Attribute("description");
                    magnitude = TelegramValues.Number(xml.Word());
                    break;
            }
        }

        var (latitude, longitude, depth) = degrees.Length > 0 ? Coordinate(degrees) : Coordinate(minutes, isInMinutes: true);
        return (
            new Hypocenter(
                detailed.Length > 0 ? detailed : name,
                name,
                code,
                longitude,
                latitude,
                depth,
                magnitude,
                magnitudeText,
                occurred),
            condition);
    }

    private static void Area(TelegramXml xml, ref string name, ref string detailed, ref string code, ref string degrees, ref string minutes)
    {
        for (var area = xml.Children(); xml.MoveNext(area);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "DetailedName": detailed = xml.Word(); break;

                // One in degrees, and where a better one is known another in degrees and minutes; in which order, nothing says.
                case "Coordinate" when xml.Attribute("type").Contains(InMinutes, StringComparison.Ordinal): minutes = xml.Word(); break;
                case "Coordinate" when degrees.Length == 0: degrees = xml.Word(); break;
            }
        }
    }

    /// <summary>ISO 6709: ±latitude±longitude[±height in metres]/; latitude and longitude in degrees, or as ddmm.m and dddmm.m.</summary>
    public static (decimal? Latitude, decimal? Longitude, int? DepthKilometers) Coordinate(string text, bool isInMinutes = false)
    {
        var rest = text.AsSpan().TrimEnd('/');
        var latitude = Next(ref rest);
        var longitude = Next(ref rest);
        var height = Next(ref rest);
        if (isInMinutes)
        {
            (latitude, longitude) = (FromMinutes(latitude), FromMinutes(longitude));
        }

        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && rest.IsEmpty
            ? (latitude, longitude, height is >= -MaxDepthMeters and <= 0 ? (int)(-height.Value / MetersPerKilometer) : null)
            : (null, null, null);
    }

    private static decimal? FromMinutes(decimal? number)
    {
        var degrees = decimal.Truncate((number ?? 0) / 100);
        var minutes = number - (degrees * 100);
        return minutes is > -60 and < 60 ? decimal.Round(degrees + (minutes.Value / 60), 3) : null;
    }

    private static decimal? Next(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] is not ('+' or '-'))
        {
            return null;
        }

        var end = rest[1..].IndexOfAny('+', '-');
        var part = end < 0 ? rest : rest[..(end + 1)];
        rest = rest[part.Length..];
        return decimal.TryParse(
            part, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
