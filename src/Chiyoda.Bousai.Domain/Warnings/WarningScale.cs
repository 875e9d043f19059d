namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// How strong information on one phenomenon is, as whole grades that only rise within that phenomenon: what rules of relays, criteria and
/// activations ask for. Grade 0 is below everything that a rule may ask for, and what is not in force.
/// </summary>
public sealed class WarningScale
{
    private static readonly WarningScale Levels = new(
        [new("level-2", 2, "レベル2相当"), new("level-3", 3, "レベル3相当"), new("level-4", 4, "レベル4相当"), new("level-5", 5, "レベル5相当")],
        urgentFrom: 4,
        endsByLift: true,
        warning => warning.Level ?? 0);

    // 気象庁防災情報XML: 警報等情報要素コード. Kinds without a level differ by the last word of their name alone.
    private static readonly WarningScale Weather = new(
        [new("advisory", 1, "注意報"), new("warning", 2, "警報"), new("emergency-warning", 3, "特別警報")], urgentFrom: 3, endsByLift: true, OfTheName);

    // 気象庁防災情報XML: 津波警報等コード. 71–73 (若干の海面変動) are a forecast and are never relayed.
    private static readonly WarningScale Tsunami = new(
        [new("advisory", 1, "津波注意報"), new("warning", 2, "津波警報"), new("major-warning", 3, "大津波警報")],
        urgentFrom: 2,
        endsByLift: true,
        warning => warning.PhenomenonCode switch { "62" => 1, "51" => 2, "52" or "53" => 3, _ => 0 });

    private static readonly Grade[] Intensities =
    [
        new("1", 1, "震度1"), new("2", 2, "震度2"), new("3", 3, "震度3"), new("4", 4, "震度4"), new("5-", 5, "震度5弱"),
        new("5+", 6, "震度5強"), new("6-", 7, "震度6弱"), new("6+", 8, "震度6強"), new("7", 9, "震度7"),
    ];

    // «5-?» is 震度５弱以上未入電: at least 5弱, so it is told as that and never as less.
    private static readonly WarningScale Earthquake = new(
        Intensities, urgentFrom: 5, endsByLift: false, warning => Array.Find(Intensities, grade => grade.Word == warning.PhenomenonCode.TrimEnd('?'))?.Value ?? 0);

    private static readonly WarningScale Report = new([new("report", 1, "発表")], urgentFrom: 2, endsByLift: false, _ => 1);

    private readonly Func<HazardWarning, int> _grade;
    private readonly IReadOnlyList<Grade> _grades;
    private readonly int _urgentFrom;

    private WarningScale(IReadOnlyList<Grade> grades, int urgentFrom, bool endsByLift, Func<HazardWarning, int> grade)
    {
        _grades = grades;
        Words = grades.ToDictionary(each => each.Word, each => each.Value, StringComparer.Ordinal);
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
    public static IReadOnlyDictionary<string, WarningScale> ByPhenomenon { get; } = new Dictionary<string, WarningScale>(StringComparer.Ordinal)
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

    /// <summary>How a condition on a grade reads.</summary>
    /// <param name="grade">A grade of <see cref="Words"/>.</param>
    /// <param name="orMore">Whether higher grades count too.</param>
    /// <returns>Japanese, for example 震度5弱以上.</returns>
    public string NameOf(int grade, bool orMore) =>
        $"{_grades.First(each => each.Value == grade).Name}{(orMore && _grades.Count > 1 ? "以上" : string.Empty)}";

    /// <summary>Which event a piece of information belongs to: two telegrams about one event are one event. A river is an event of its
    /// own, and so is each earthquake; of any other phenomenon there is one at a time.</summary>
    /// <param name="warning">What is in force.</param>
    /// <returns>A stable key within its status.</returns>
    public static string EventOf(HazardWarning warning) =>
        warning.Phenomenon is "flood" or "earthquake" ? $"{warning.Phenomenon}:{warning.Cause}" : warning.Phenomenon;

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

    /// <summary>A step of the scale.</summary>
    /// <param name="Word">Its word in the ward pack.</param>
    /// <param name="Value">Its place, from 1.</param>
    /// <param name="Name">Its name in Japanese.</param>
    private sealed record Grade(string Word, int Value, string Name);
}
