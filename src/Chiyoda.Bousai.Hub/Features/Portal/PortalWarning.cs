namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>A piece of hazard information by an outside authority, for the ward: never an order.</summary>
/// <param name="Phenomenon">Closed English word, as in <see cref="Domain.Warnings.HazardWarning.Phenomenon"/>.</param>
/// <param name="Level">警戒レベル相当 2–5, or <see langword="null"/> where the information has none.</param>
/// <param name="Kind">The name as issued, in Japanese, for example レベル４氾濫危険警報.</param>
/// <param name="Areas">Names of the issuer's areas that concern the ward, in Japanese.</param>
/// <param name="ReportedAt">When the issuer stated it.</param>
/// <param name="ValidUntil">When it ends by the issuer's word, or <see langword="null"/>.</param>
/// <param name="Source">Publishing office, in Japanese.</param>
/// <param name="ForecastOnly">Whether it rests on a forecast while observations are lower; <see langword="null"/> when not stated.</param>
public sealed record PortalWarning(
    string Phenomenon,
    int? Level,
    string Kind,
    IReadOnlyList<string> Areas,
    DateTimeOffset ReportedAt,
    DateTimeOffset? ValidUntil,
    string Source,
    bool? ForecastOnly)
{
    /// <summary>全域 or 一部 as issued; empty when not said.</summary>
    public string Extent { get; init; } = string.Empty;

    /// <summary>Since when it has stood as it is; <see langword="null"/> when not known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Sentences of the issuer about when a level's criterion is expected to be reached.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];

    /// <summary>The name with the digits that people read; issuers write the level full-width.</summary>
    public string DisplayKind =>
        string.Create(Kind.Length, Kind, static (span, kind) =>
        {
            for (var i = 0; i < kind.Length; i++)
            {
                span[i] = kind[i] is >= '０' and <= '９' ? (char)(kind[i] - '０' + '0') : kind[i];
            }
        });
}
