using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The drawing of the ward beside a list of areas to tick: the list decides, the drawing ticks it.</summary>
/// <param name="Sheet">The drawing.</param>
/// <param name="Options">Codes that may be ticked.</param>
/// <param name="Chosen">Codes that are.</param>
internal sealed record AreaMap(MapSheet Sheet, IReadOnlySet<string> Options, IReadOnlySet<string?> Chosen);
