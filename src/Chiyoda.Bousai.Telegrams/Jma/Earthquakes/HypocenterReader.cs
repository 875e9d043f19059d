using System.Globalization;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Reads Body/Earthquake.</summary>
internal static class HypocenterReader
{
    private const int MetersPerKilometer = 1000;

    /// <summary>The centre of the earth, in metres: what claims to be deeper is unreadable.</summary>
    private const int MaxDepthMeters = 6_371_000;

    public static Hypocenter Read(TelegramXml xml) => ReadWithCondition(xml).Hypocenter;

    /// <summary>With Earthquake/Condition, which only 緊急地震速報 has; empty when absent.</summary>
    public static (Hypocenter Hypocenter, string Condition) ReadWithCondition(TelegramXml xml)
    {
        string name = "", detailed = "", code = "", coordinate = "", magnitudeText = "", condition = "";
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
                            Area(xml, ref name, ref detailed, ref code, ref coordinate);
                        }
                    }

                    break;
                case "Condition":
                    condition = xml.Word();
                    break;
                case "Magnitude":
                    magnitudeText = xml.Attribute("description");
                    magnitude = TelegramValues.Number(xml.Word());
                    break;
            }
        }

        var (latitude, longitude, depth) = Coordinate(coordinate);
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

    private static void Area(TelegramXml xml, ref string name, ref string detailed, ref string code, ref string coordinate)
    {
        for (var area = xml.Children(); xml.MoveNext(area);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "DetailedName": detailed = xml.Word(); break;

                // A second one in degrees and minutes may follow; the first is in degrees.
                case "Coordinate" when coordinate.Length == 0: coordinate = xml.Word(); break;
            }
        }
    }

    /// <summary>ISO 6709: ±latitude±longitude[±height in metres]/.</summary>
    public static (decimal? Latitude, decimal? Longitude, int? DepthKilometers) Coordinate(string text)
    {
        var rest = text.AsSpan().TrimEnd('/');
        var latitude = Next(ref rest);
        var longitude = Next(ref rest);
        var height = Next(ref rest);
        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 && rest.IsEmpty
            ? (latitude, longitude, height is >= -MaxDepthMeters and <= 0 ? (int)(-height.Value / MetersPerKilometer) : null)
            : (null, null, null);
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
