using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A list of areas to tick, in the order of the pack.</summary>
/// <param name="Options">What may be ticked.</param>
/// <param name="Chosen">Codes that are.</param>
/// <param name="Title">What it is for.</param>
internal sealed record AreasPick(IReadOnlyList<Area> Options, IReadOnlySet<string?> Chosen, string Title);
