using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A warning in force and the time of the page that shows it.</summary>
internal sealed record WarningLine(HazardWarning Warning, DateTimeOffset Now);
