namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What a correction has to name.</summary>
public static class MistakenFields
{
    /// <summary>What differs between a wrong message and the right one.</summary>
    /// <param name="wrong">What was told.</param>
    /// <param name="right">What is right.</param>
    /// <returns>The fields, in the order of the list; none when nothing differs, as after an end that was wrong.</returns>
    public static IReadOnlyList<MeasureField> Between(Measure wrong, Measure right) =>
        [.. Enum.GetValues<MeasureField>().Where(field => Differs(field, wrong, right))];

    private static bool Differs(MeasureField field, Measure wrong, Measure right) => field switch
    {
        MeasureField.Areas => !wrong.Areas.SequenceEqual(right.Areas, StringComparer.Ordinal),
        MeasureField.Level => wrong.Level != right.Level,
        MeasureField.Action => wrong.Action != right.Action,
        MeasureField.Audience => wrong.Audience != right.Audience,
        MeasureField.Hazard => !wrong.SharesKeyWith(right),
        MeasureField.Shelters => !wrong.Shelters.SequenceEqual(right.Shelters, StringComparer.Ordinal),
        MeasureField.Reason => wrong.Reason != right.Reason,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field."),
    };
}
