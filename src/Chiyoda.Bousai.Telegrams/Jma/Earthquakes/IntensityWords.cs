using System.Globalization;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>Intensity classes as telegrams, interfaces and people write them.</summary>
public static class IntensityWords
{
    private const string Unreported = "震度５弱以上未入電";

    /// <summary>Reads MaxInt, Int or Condition.</summary>
    /// <param name="text">For example <c>5-</c>, or 震度５弱以上未入電; digits in either width.</param>
    /// <returns>The class, or <see langword="null"/> when the word is none.</returns>
    public static SeismicIntensity? Parse(string text) => TelegramValues.Code(text ?? string.Empty) switch
    {
        "0" => SeismicIntensity.Zero,
        "1" => SeismicIntensity.One,
        "2" => SeismicIntensity.Two,
        "3" => SeismicIntensity.Three,
        "4" => SeismicIntensity.Four,
        "5-" => SeismicIntensity.FiveLower,
        "震度5弱以上未入電" => SeismicIntensity.UnreportedFiveLowerOrMore,
        "5+" => SeismicIntensity.FiveUpper,
        "6-" => SeismicIntensity.SixLower,
        "6+" => SeismicIntensity.SixUpper,
        "7" => SeismicIntensity.Seven,
        _ => null,
    };

    /// <summary>The word of the interfaces: as in telegrams, and <c>5-?</c> for 震度５弱以上未入電.</summary>
    /// <param name="intensity">The class.</param>
    /// <returns>For example <c>6+</c>.</returns>
    public static string Wire(SeismicIntensity intensity) => intensity switch
    {
        SeismicIntensity.FiveLower => "5-",
        SeismicIntensity.UnreportedFiveLowerOrMore => "5-?",
        SeismicIntensity.FiveUpper => "5+",
        SeismicIntensity.SixLower => "6-",
        SeismicIntensity.SixUpper => "6+",
        SeismicIntensity.Seven => "7",
        _ => ((int)intensity).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The word for people.</summary>
    /// <param name="intensity">The class.</param>
    /// <returns>For example 震度５弱.</returns>
    public static string Japanese(SeismicIntensity intensity) => intensity switch
    {
        SeismicIntensity.FiveLower => "震度５弱",
        SeismicIntensity.UnreportedFiveLowerOrMore => Unreported,
        SeismicIntensity.FiveUpper => "震度５強",
        SeismicIntensity.SixLower => "震度６弱",
        SeismicIntensity.SixUpper => "震度６強",
        SeismicIntensity.Seven => "震度７",
        _ => $"震度{(char)('０' + (int)intensity)}",
    };
}
