namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>A municipality, or parts of it, that is expected to be flooded.</summary>
/// <param name="StationCode">The station whose stretch floods it; empty when a breach is meant.</param>
/// <param name="Prefecture">Prefecture.</param>
/// <param name="City">Municipality: a name occurs in more than one prefecture, so it decides nothing.</param>
/// <param name="CityCode">class20 code, seven digits: what a municipality is recognised by.</param>
/// <param name="Parts">Parts of the municipality; empty when none are named (<c>-</c>).</param>
public sealed record InundationArea(
    string StationCode,
    string Prefecture,
    string City,
    string CityCode,
    IReadOnlyList<string> Parts);
