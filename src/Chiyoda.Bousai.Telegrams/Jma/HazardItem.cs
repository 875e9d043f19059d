using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>One kind for one area.</summary>
/// <param name="Phenomenon">The closed English word of <see cref="HazardWarning.Phenomenon"/>.</param>
/// <param name="Level">警戒レベル相当 2–5 of the kind, also when it ends; <see langword="null"/> where the kind has none or is unknown.</param>
/// <param name="Kind">The name as issued.</param>
/// <param name="KindCode">The code as issued; not a level.</param>
/// <param name="Status">Kind/Status of the body, or Kind/Condition of the headline, as issued.</param>
/// <param name="Area">Where, with its code set.</param>
public sealed record HazardItem(
    string Phenomenon,
    int? Level,
    string Kind,
    string KindCode,
    string Status,
    WarningArea Area)
{
    /// <summary>The parallel list it stands in (Warning/@type or Information/@type), for example 気象警報・注意報（市町村等）.</summary>
    public string Layer { get; init; } = string.Empty;

    /// <summary>
    /// The level that the name carries (レベル４…), 1–5, whatever the code; <see langword="null"/> when it carries none. Of a code that is not known this is
    /// what staff are told: nothing is decided by a name.
    /// </summary>
    public int? LevelInName => TelegramValues.LevelInName(Kind);

    /// <summary>Whether the kind no longer holds after this telegram (解除).</summary>
    public bool IsEnded { get; init; }

    /// <summary>Kind/Condition of the body, for example 氾濫発生; empty when absent.</summary>
    public string Condition { get; init; } = string.Empty;

    /// <summary>What held before, when the telegram says so.</summary>
    public JmaKind? LastKind { get; init; }

    /// <summary>ChangeStatus as issued, for example 警報・注意報種別に変化有; empty when absent.</summary>
    public string ChangeStatus { get; init; } = string.Empty;

    /// <summary>FullStatus: 全域 or 一部; empty when absent.</summary>
    public string FullStatus { get; init; } = string.Empty;

    /// <summary>How strong it is expected to become (危険度), by part of the area.</summary>
    public IReadOnlyList<HazardSignificancy> Significancies { get; init; } = [];

    /// <summary>When a level's criterion is expected to be exceeded: the lead time of a decision. Municipality layer only.</summary>
    public IReadOnlyList<CriteriaPeriod> Periods { get; init; } = [];
}
