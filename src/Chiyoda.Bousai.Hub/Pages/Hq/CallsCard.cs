using Chiyoda.Bousai.Hub.Features.Facilities;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The calls to facilities on the page of what they are about.</summary>
/// <param name="Path">Address of the list.</param>
/// <param name="Summary">The newest round; <see langword="null"/> when nobody made a list.</param>
/// <param name="MayRecord">Whether this person may make one.</param>
/// <param name="IsRegistered">Whether the ward has a register.</param>
internal sealed record CallsCard(string Path, CallSummary? Summary, bool MayRecord, bool IsRegistered);
