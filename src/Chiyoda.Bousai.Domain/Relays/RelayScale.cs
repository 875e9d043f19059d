using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>
/// How strong information on one phenomenon is, as whole grades that only rise within that phenomenon: a change of the grade is
/// what is relayed. Grade 0 is below everything that a rule may tell, and what is not in force.
/// </summary>
public sealed class RelayScale
{
    private static readonly RelayScale Levels = new(
        new() { ["level-2"] = 2, ["level-3"] = 3, ["level-4"] = 4, ["level-5"] = 5 }, urgentFrom: 4, endsByLift: true, warning => warning.Level ?? 0);

    // 気象庁防災情報XML: 警報等情報要素コード. Kinds without a level differ by the last word of their name alone.
    private static readonly RelayScale Weather = new(
        new() { ["advisory"] = 1, ["warning"] = 2, ["emergency-warning"] = 3 }, urgentFrom: 3, endsByLift: true, OfTheName);

    // 気象庁防災情報XML: 津波警報等コード. 71–73 (若干の海面変動) are a forecast and are never relayed.
    private static readonly RelayScale Tsunami = new(
        new() { ["advisory"] = 1, ["warning"] = 2, ["major-warning"] = 3 },
        urgentFrom: 2,
        endsByLift: true,
        warning => warning.PhenomenonCode switch { "62" => 1, "51" => 2, "52" or "53" => 3, _ => 0 });

    private static readonly Dictionary<string, int> Intensities = new(StringComparer.Ordinal)
    {
        ["1"] = 1,
        ["2"] = 2,
        ["3"] = 3,
        ["4"] = 4,
        ["5-"] = 5,
        ["5+"] = 6,
        ["6-"] = 7,
        ["6+"] = 8,
        ["7"] = 9,
    };

    // «5-?» is 震度５弱以上未入電: at least 5弱, so it is told as that and never as less.
    private static readonly RelayScale Earthquake = new(
        Intensities, urgentFrom: 5, endsByLift: false, warning => Intensities.GetValueOrDefault(warning.PhenomenonCode.TrimEnd('?')));

    private static readonly RelayScale Report = new(new() { ["report"] = 1 }, urgentFrom: 2, endsByLift: false, _ => 1);

    private readonly Func<HazardWarning, int> _grade;
    private readonly int _urgentFrom;

    private RelayScale(Dictionary<string, int> words, int urgentFrom, bool endsByLift, Func<HazardWarning, int> grade)
    {
        Words = words;
        EndsByLift = endsByLift;
        _urgentFrom = urgentFrom;
        _grade = grade;
    }

    /// <summary>The grades by their words in the ward pack.</summary>
    public IReadOnlyDictionary<string, int> Words { get; }

    /// <summary>Whether the issuer ends such information by 解除. An earthquake or a momentary report has none: that it is not in
    /// view any more is no news.</summary>
    public bool EndsByLift { get; }

    /// <summary>The phenomena that can be relayed, by their words.</summary>
    public static IReadOnlyDictionary<string, RelayScale> ByPhenomenon { get; } = new Dictionary<string, RelayScale>(StringComparer.Ordinal)
    {
        ["rain"] = Levels,
        ["landslide"] = Levels,
        ["surge"] = Levels,
        ["flood"] = Levels,
        ["wind"] = Weather,
        ["wind-snow"] = Weather,
        ["snow"] = Weather,
        ["wave"] = Weather,
        ["thunder"] = Weather,
        ["snowmelt"] = Weather,
        ["fog"] = Weather,
        ["dry"] = Weather,
        ["avalanche"] = Weather,
        ["cold"] = Weather,
        ["frost"] = Weather,
        ["icing"] = Weather,
        ["snow-accretion"] = Weather,
        ["tornado"] = Report,
        ["rainband"] = Report,
        ["record-rain"] = Report,
        ["tsunami"] = Tsunami,
        ["earthquake"] = Earthquake,
    };

    /// <summary>The grade of a piece of information.</summary>
    /// <param name="warning">Information on a phenomenon of this scale.</param>
    /// <returns>A grade of <see cref="Words"/>, or 0.</returns>
    public int GradeOf(HazardWarning warning) => _grade(warning);

    /// <summary>Whether a grade wakes: who chose nothing hears of it, and a device with a low battery is woken. 警戒レベル4相当,
    /// 特別警報, 津波警報, 震度5弱 and above.</summary>
    /// <param name="grade">A grade.</param>
    /// <returns>The answer.</returns>
    public bool IsUrgent(int grade) => grade >= _urgentFrom;

    private static int OfTheName(HazardWarning warning) =>
        warning.Kind.EndsWith("特別警報", StringComparison.Ordinal) ? 3
        : warning.Kind.EndsWith("警報", StringComparison.Ordinal) ? 2
        : warning.Kind.EndsWith("注意報", StringComparison.Ordinal) ? 1
        : 0;
}
