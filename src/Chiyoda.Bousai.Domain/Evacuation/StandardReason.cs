using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A sentence that says why, written beforehand: chosen, not typed, at night.</summary>
/// <param name="Hazard">The hazard that it is for.</param>
/// <param name="Text">The sentence for the public, in the languages that are written for the ward.</param>
public sealed record StandardReason(Hazard Hazard, LocalizedText Text);
