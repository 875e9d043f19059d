using System.Collections.Frozen;

namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>Which streams replace a fall-back: the new family of its phenomenon, or the fuller report of its event.</summary>
public static class Successors
{
    private const string Intensity = "VXSE53";

    private const string Others = "VPWW61";

    /// <summary>
    /// By phenomenon (気象庁 技術情報634): each of the families since 2026-05-28 states all of its element for the ward. An older
    /// 洪水警報 has none, since a river's forecast says nothing of the other rivers.
    /// </summary>
    private static readonly FrozenDictionary<string, string> ByPhenomenon = new Dictionary<string, string>
    {
        ["rain"] = "VPWW55",
        ["landslide"] = "VPWW56",
        ["surge"] = "VPWW57",
        ["wind"] = "VPWW58",
        ["wind-snow"] = "VPWW58",
        ["wave"] = "VPWW59",
        ["snow"] = "VPWW60",
        ["thunder"] = Others,
        ["snowmelt"] = Others,
        ["fog"] = Others,
        ["dry"] = Others,
        ["avalanche"] = Others,
        ["cold"] = Others,
        ["frost"] = Others,
        ["icing"] = Others,
        ["snow-accretion"] = Others,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The family since 2026-05-28 that states all of an element for the ward.</summary>
    /// <param name="phenomenon">A word of <see cref="HazardWarning.Phenomenon"/>.</param>
    /// <returns>Type of telegram, or <see langword="null"/> for what these families do not state.</returns>
    public static string? FamilyOf(string phenomenon) => ByPhenomenon.GetValueOrDefault(phenomenon);

    /// <summary>What a stream replaces fall-backs by.</summary>
    /// <param name="stream">Key of a stream.</param>
    /// <returns>Its family, for intensities with its event; <see langword="null"/> when it replaces none.</returns>
    public static string? NameOf(string stream) => StreamKey.Family(stream) switch
    {
        Intensity => Of(Intensity, stream[StreamKey.StatusAndFamily(stream).Length..].TrimStart('/')),
        var family when ByPhenomenon.Values.Contains(family) => family,
        _ => null,
    };

    /// <summary>What would replace a fall-back.</summary>
    /// <param name="warning">What a fall-back states.</param>
    /// <returns>As <see cref="NameOf(string)"/>; <see langword="null"/> when nothing is known to speak of the same.</returns>
    public static string? NameOf(HazardWarning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        return warning.Phenomenon == "earthquake" ? Of(Intensity, warning.Cause ?? string.Empty) : FamilyOf(warning.Phenomenon);
    }

    private static string Of(string family, string eventId) => $"{family}/{eventId}";
}
