namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>One 町丁目: the unit in which orders are issued and people say where they live. A town without 丁目 is one area.</summary>
public sealed record Area
{
    /// <summary>Its code.</summary>
    public required AreaCode Code { get; init; }

    /// <summary>Name in kanji with 丁目 in kanji numerals, for example 本町一丁目.</summary>
    public required string Name { get; init; }

    /// <summary>The town (町) alone, for example 本町. Towns are matched whole: a common prefix is not a town.</summary>
    public required string Town { get; init; }

    /// <summary>丁目, from 1; <see langword="null"/> for a town without.</summary>
    public required int? Chome { get; init; }

    /// <summary>Reading in full-width katakana.</summary>
    public required string Kana { get; init; }

    /// <summary>Hepburn without length marks, for example <c>Honcho 1-chome</c>.</summary>
    public required string Romaji { get; init; }

    /// <summary>A point inside the area that stands for it; not the centre of its people or its danger.</summary>
    public required GeoPoint Centroid { get; init; }

    /// <summary>Residents, persons by the register; <see langword="null"/> when unknown, which is not zero.</summary>
    public required int? ResidentsPersons { get; init; }

    /// <summary>Persons by day (residents, workers, pupils, visitors); <see langword="null"/> when unknown.</summary>
    public required int? DayPopulationPersons { get; init; }

    /// <summary>Residents of 65 and over, persons by the register; <see langword="null"/> when unknown, which is not zero.</summary>
    public required int? ElderlyPersons { get; init; }

    /// <summary>Households by the register; <see langword="null"/> when unknown, which is not zero.</summary>
    public int? Households { get; init; }

    /// <summary>Degrees east of <see cref="Centroid"/>.</summary>
    public double Longitude => Centroid.Longitude;

    /// <summary>Degrees north of <see cref="Centroid"/>.</summary>
    public double Latitude => Centroid.Latitude;

    /// <summary>The name as readers of a language know it from signs and speech.</summary>
    /// <param name="language">A language tag.</param>
    /// <returns>Kanji for Japanese and Chinese, kanji with its reading for easy Japanese, letters for every other language.</returns>
    public string NameIn(string language) => language switch
    {
        LocalizedText.Japanese or "zh-Hans" or "zh-Hant" => Name,
        LocalizedText.EasyJapanese => $"{Name}（{Hiragana}）",
        _ => Romaji,
    };

    // Full-width katakana ァ–ヶ stand exactly 0x60 above their hiragana in Unicode; the length mark ー stays.
    private string Hiragana =>
        string.Create(Kana.Length, Kana, static (span, kana) =>
        {
            for (var i = 0; i < kana.Length; i++)
            {
                span[i] = kana[i] is >= 'ァ' and <= 'ヶ' ? (char)(kana[i] - 0x60) : kana[i];
            }
        });
}
