namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>
/// Names a stream of statements: status word / family / who or what it belongs to. The status comes first, so that 訓練 never
/// meets 通常.
/// </summary>
public static class StreamKey
{
    private const char Separator = '/';
    private const string SummaryOwner = "集約";

    /// <summary>竜巻注意情報, VPHW50 and VPHW51.</summary>
    private const string Tornado = "VPHW";

    /// <summary>A stream.</summary>
    /// <param name="status">Control/Status as it came.</param>
    /// <param name="family">The telegrams that replace each other, for example <c>VPWW55</c>.</param>
    /// <param name="owner">An office, a forecast area, an event; may be empty.</param>
    /// <returns>For example <c>通常/VPWW55/気象庁</c>.</returns>
    public static string Of(string status, string family, string owner) => string.Join(Separator, status, family, owner);

    /// <summary>The stream of what 集約通報 (VPWS50) says about a family: beside the family's own, never in it.</summary>
    /// <param name="status">Control/Status as it came.</param>
    /// <param name="family">The family that it sums up.</param>
    /// <returns>For example <c>通常/VPWW55/集約</c>.</returns>
    public static string Summary(string status, string family) => Of(status, family, SummaryOwner);

    /// <summary>Whether it is the stream of a summary.</summary>
    /// <param name="stream">A stream.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsSummary(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.EndsWith(Separator + SummaryOwner, StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether what a stream states ends by its own time alone, or by a 取消. 竜巻注意情報 lists all regions of its office, those for which it
    /// was issued earlier in the hour among those without: its «なし» says that none is issued for them now.
    /// </summary>
    /// <param name="stream">A stream.</param>
    /// <returns>Whether it does.</returns>
    public static bool EndsByItsClockAlone(string stream) => Family(stream) == Tornado;

    /// <summary>What a stream shares with the summary of its family: status and family.</summary>
    /// <param name="stream">A stream.</param>
    /// <returns>For example <c>通常/VPWW55</c>.</returns>
    public static string StatusAndFamily(string stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var first = stream.IndexOf(Separator, StringComparison.Ordinal);
        var second = stream.IndexOf(Separator, first + 1);
        return second < 0 ? stream : stream[..second];
    }

    /// <summary>The family of a stream.</summary>
    /// <param name="stream">A stream.</param>
    /// <returns>For example <c>VPWW55</c>.</returns>
    public static string Family(string stream)
    {
        var both = StatusAndFamily(stream);
        return both[(both.IndexOf(Separator, StringComparison.Ordinal) + 1)..];
    }
}
