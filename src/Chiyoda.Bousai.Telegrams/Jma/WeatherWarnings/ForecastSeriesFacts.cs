using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;

/// <summary>
/// 気象警報・注意報時系列情報（Ｒ０６）, VPWP50: what is to be expected when, by municipality. A forecast: never «in force», and no ground for a
/// proposal by itself.
/// </summary>
/// <param name="Areas">Municipalities, each with its series.</param>
public sealed record ForecastSeriesFacts(IReadOnlyList<ForecastArea> Areas) : TelegramFacts;

/// <summary>A municipality.</summary>
/// <param name="Area">Which.</param>
/// <param name="Elements">危険度 by phenomenon (and by part of the area), with a class for each time.</param>
public sealed record ForecastArea(WarningArea Area, IReadOnlyList<ForecastElement> Elements);

/// <summary>One phenomenon in one part of the municipality.</summary>
/// <param name="Name">Significancy/@type, for example 土砂災害危険度.</param>
/// <param name="Part">陸上, 海上 …; empty for the whole.</param>
/// <param name="Steps">In the order of time.</param>
public sealed record ForecastElement(string Name, string Part, IReadOnlyList<ForecastStep> Steps);

/// <summary>What is expected in a time.</summary>
/// <param name="StartsAt">Begin; <see langword="null"/> when unreadable.</param>
/// <param name="Duration">Length; <see langword="null"/> when not said.</param>
/// <param name="Code">別表5, for example 41; not a level.</param>
/// <param name="Name">As issued, for example レベル４相当.</param>
/// <param name="Level">警戒レベル相当 2–5 of the class; <see langword="null"/> below, or where the phenomenon has none.</param>
public sealed record ForecastStep(DateTimeOffset? StartsAt, TimeSpan? Duration, string Code, string Name, int? Level);
