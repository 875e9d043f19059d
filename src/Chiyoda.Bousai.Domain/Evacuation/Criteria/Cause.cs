using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>Which river, coast or slope it is: the second part of an order's key.</summary>
/// <param name="Id">Stable id; for a river with flood forecasts its forecast-area code (予報区域, twelve digits).</param>
/// <param name="Hazard">The hazard it causes.</param>
/// <param name="Name">Its name as it stands in messages.</param>
public sealed record Cause(string Id, Hazard Hazard, LocalizedText Name);
