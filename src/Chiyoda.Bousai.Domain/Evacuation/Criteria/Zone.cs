using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>The areas that one cause endangers, as an explicit list: membership is never computed from shapes (design §6).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Its name as it stands in messages.</param>
/// <param name="Hazard">The hazard.</param>
/// <param name="Cause">Id of the cause.</param>
/// <param name="Areas">Its areas in the order of the file, each once.</param>
/// <param name="Basis">What the list rests on, in Japanese.</param>
public sealed record Zone(
    string Id,
    LocalizedText Name,
    Hazard Hazard,
    string Cause,
    IReadOnlyList<AreaCode> Areas,
    string Basis);
