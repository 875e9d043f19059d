using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Dissemination.Limits;

/// <summary>The title of a 緊急速報メール: fifteen characters hold what is done to which order, not its cause; the body names the cause.</summary>
public static class EmergencyMailTitle
{
    /// <summary>Writes it.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="level">警戒レベル, or <see langword="null"/>.</param>
    /// <param name="isExercise">Whether it is for an exercise.</param>
    /// <returns>Japanese, at most 15 characters.</returns>
    public static string Of(Act act, int? level, bool isExercise)
    {
        var order = level switch
        {
            3 => "レベル3高齢者等避難",
            4 => "レベル4避難指示",
            5 => "レベル5緊急安全確保",
            _ => "避難指示",
        };
        var title = act switch
        {
            Act.Issue or Act.Update => order,
            Act.Lower => $"{order}に切替",
            Act.Correct => $"訂正 {order}",
            Act.Lift => $"{order}を解除",
            Act.Void => $"誤り {order}",
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Not an act."),
        };
        return isExercise ? $"訓練{title}" : title;
    }
}
