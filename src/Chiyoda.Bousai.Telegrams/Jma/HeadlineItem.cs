using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>One Item of the headline: kinds, and the areas to which all of them apply.</summary>
/// <param name="InformationType">Information/@type: which of several parallel lists of areas this is.</param>
/// <param name="Kinds">What; one or more.</param>
/// <param name="Areas">Where, with the code set that stands in Areas/@codeType.</param>
public sealed record HeadlineItem(
    string InformationType,
    IReadOnlyList<JmaKind> Kinds,
    IReadOnlyList<WarningArea> Areas);
