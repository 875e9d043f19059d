using System.Globalization;
using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>One row of a CSV file; an empty field is unknown, which is not zero.</summary>
internal sealed class CsvRow(PackReport report, string file, int line, IReadOnlyDictionary<string, string> fields)
{
    public void Problem(string rule, string value) => report.Add(file, line, rule, value);

    public string Text(string column)
    {
        var text = fields[column];
        if (string.IsNullOrWhiteSpace(text))
        {
            Problem(PackRules.NotText, column);
        }

        return text;
    }

    public string? Optional(string column) => fields[column].Length == 0 ? null : fields[column];

    /// <summary>A count of persons or a number from 0 up.</summary>
    public int? Count(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Problem(PackRules.NotWholeNumber, text);
        }
        else if (number < 0)
        {
            Problem(PackRules.NegativeNumber, text);
        }

        return number;
    }

    /// <summary>1 yes, 0 no, empty unknown, as the standard data set has it.</summary>
    public bool? Flag(string column)
    {
        var text = Optional(column);
        if (text is not (null or "0" or "1"))
        {
            Problem(PackRules.UnknownWord, text);
        }

        return text is null ? null : text == "1";
    }

    public DateOnly? Day(string column)
    {
        if (Optional(column) is not { } text)
        {
            return null;
        }

        if (!PackWords.TryDay(text, out var day))
        {
            Problem(PackRules.NotDate, text);
        }

        return day;
    }

    public T Word<T>(string column)
        where T : struct, Enum
    {
        if (!PackWords.TryParse<T>(fields[column], out var word))
        {
            Problem(PackRules.UnknownWord, fields[column]);
        }

        return word;
    }

    /// <summary>A point, or null when both fields are empty.</summary>
    public GeoPoint? Point(string longitudeColumn, string latitudeColumn, WardBox box)
    {
        if ((Optional(longitudeColumn), Optional(latitudeColumn)) is not ({ } longitudeText, { } latitudeText))
        {
            if (Optional(longitudeColumn) is not null || Optional(latitudeColumn) is not null)
            {
                Problem(PackRules.HalfLocated, Optional(longitudeColumn) ?? Optional(latitudeColumn)!);
            }

            return null;
        }

        var point = new GeoPoint(Degrees(longitudeText), Degrees(latitudeText));
        if (double.IsFinite(point.Longitude) && double.IsFinite(point.Latitude) && !box.Contains(point))
        {
            Problem(PackRules.OutsideWard, $"{longitudeText},{latitudeText}");
        }

        return point;
    }

    private double Degrees(string text)
    {
        if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees))
        {
            return degrees;
        }

        Problem(PackRules.NotNumber, text);
        return double.NaN;
    }
}
