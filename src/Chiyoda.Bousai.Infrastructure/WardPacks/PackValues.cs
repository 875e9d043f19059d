using System.Globalization;
using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads single JSON values; a wrong one is reported and gives a harmless value.</summary>
internal sealed class PackValues(PackReport report, string file)
{
    public string Text(JsonItem item)
    {
        if (item.Kind != JsonValueKind.String || string.IsNullOrWhiteSpace(item.Text))
        {
            Problem(PackRules.NotText, item);
        }

        return item.Text;
    }

    public int Whole(JsonItem item)
    {
        if (item.Kind == JsonValueKind.Number && int.TryParse(item.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Problem(PackRules.NotWholeNumber, item);
        return 0;
    }

    public double Real(JsonItem item)
    {
        if (item.Kind == JsonValueKind.Number && double.TryParse(item.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Problem(PackRules.NotNumber, item);
        return 0;
    }

    public DateOnly Day(JsonItem item)
    {
        if (item.Kind == JsonValueKind.String && PackWords.TryDay(item.Text, out var day))
        {
            return day;
        }

        Problem(PackRules.NotDate, item);
        return default;
    }

    public T Word<T>(JsonItem item)
        where T : struct, Enum
    {
        if (item.Kind == JsonValueKind.String && PackWords.TryParse<T>(item.Text, out var word))
        {
            return word;
        }

        Problem(PackRules.UnknownWord, item);
        return default;
    }

    private void Problem(string rule, JsonItem item) => report.Add(file, item.Line, rule, item.ToString());
}
