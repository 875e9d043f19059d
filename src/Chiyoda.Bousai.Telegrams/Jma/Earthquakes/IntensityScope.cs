namespace Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

/// <summary>What an intensity stands for. The scope tells the code set: one number may be a municipality and a station.</summary>
public enum IntensityScope
{
    /// <summary>Prefecture (都道府県).</summary>
    Prefecture,

    /// <summary>Area (細分区域).</summary>
    Area,

    /// <summary>Municipality (市町村).</summary>
    City,

    /// <summary>Station (震度観測点).</summary>
    Station,
}
