namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Where an alert holds.</summary>
/// <param name="AreaDesc">The place, for people.</param>
/// <param name="Polygons">As written: «latitude,longitude» pairs (WGS 84, degrees) with blanks between, latitude first; may be empty texts.</param>
/// <param name="Circles">As written: «latitude,longitude radius» with the radius in kilometres.</param>
/// <param name="Geocodes">Places in systems of codes of the sender.</param>
/// <param name="Altitude">Feet above mean sea level, as written; <see langword="null"/> when not said.</param>
/// <param name="Ceiling">Upper end of the range in feet, as written; <see langword="null"/> when not said.</param>
public sealed record CapArea(
    string AreaDesc,
    IReadOnlyList<string> Polygons,
    IReadOnlyList<string> Circles,
    IReadOnlyList<CapNamedValue> Geocodes,
    string? Altitude,
    string? Ceiling);
