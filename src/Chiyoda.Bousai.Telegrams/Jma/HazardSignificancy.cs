namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Significancy: how strong a hazard is expected to be (別表5 危険度).</summary>
/// <param name="Type">For example 土砂災害危険度.</param>
/// <param name="Name">For example 警戒レベル４相当.</param>
/// <param name="Code">For example 41; the first digit is the level only in the 警戒レベル classes.</param>
/// <param name="LocalName">The part of the area that is meant; empty for the whole.</param>
public sealed record HazardSignificancy(string Type, string Name, string Code, string LocalName);
