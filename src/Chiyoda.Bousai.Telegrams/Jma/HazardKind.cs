namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>What a kind code means.</summary>
/// <param name="Phenomenon">The closed English word.</param>
/// <param name="Level">2–5, or <see langword="null"/> where the kind has none.</param>
internal readonly record struct HazardKind(string Phenomenon, int? Level);
