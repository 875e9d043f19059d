namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Names of the issuer's code sets as they stand in <c>Areas/@codeType</c> and <c>CodeDefine/Type</c> (気象庁防災情報XML
/// コード管理表). The same digits in two sets are two different things.
/// </summary>
public static class CodeSets
{
    /// <summary>Municipalities (class20), seven digits; weather, earthquakes and volcanoes share the set.</summary>
    public const string Municipality = "気象・地震・火山情報／市町村等";

    /// <summary>府県予報区, class10 and class15, six digits.</summary>
    public const string WeatherRegion = "気象情報／府県予報区・細分区域等";

    /// <summary>Forecast sections of storm surge.</summary>
    public const string SurgeSection = "高潮予報区間";

    /// <summary>Forecast areas of designated rivers, twelve digits.</summary>
    public const string FloodForecastArea = "指定河川洪水予報（予報区域）";

    /// <summary>Rivers, ten digits.</summary>
    public const string River = "河川";

    /// <summary>Seismic areas (細分区域), three digits.</summary>
    public const string SeismicArea = "地震情報／細分区域";

    /// <summary>Seismic prefectures, two digits.</summary>
    public const string SeismicPrefecture = "地震情報／都道府県等";

    /// <summary>Intensity stations, seven digits; some equal a municipality's code and are not it.</summary>
    public const string IntensityStation = "震度観測点";

    /// <summary>Tsunami forecast regions, three digits.</summary>
    public const string TsunamiRegion = "津波予報区";

    /// <summary>Stretches of coast for which a tsunami is estimated, three digits; not forecast regions.</summary>
    public const string Coast = "沿岸地域";

    /// <summary>Volcanoes, three digits.</summary>
    public const string Volcano = "火山名";
}
