namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A sentence that says why, written beforehand: chosen, not typed, at night.</summary>
/// <param name="Hazard">The hazard that it is for.</param>
/// <param name="Text">The sentence, in Japanese, for the public.</param>
public sealed record StandardReason(Hazard Hazard, string Text);
