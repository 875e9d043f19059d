namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The questions before a lift or a lowering, inside a form of a page.</summary>
/// <param name="Page">The page, for what was typed.</param>
/// <param name="Step">The form.</param>
internal sealed record GroundsForm(HqPage Page, string Step);
