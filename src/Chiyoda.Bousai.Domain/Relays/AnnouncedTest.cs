using System.Globalization;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>
/// 予告した試験配信: a message that says it is a test, at the moment for which it was announced. A rule with one tells once, to every device: a test
/// that nobody gets tests nothing.
/// </summary>
/// <param name="At">The announced moment.</param>
public sealed record AnnouncedTest(DateTimeOffset At)
{
    /// <summary>What such a rule is about, in the place of a phenomenon.</summary>
    public const string Word = "announced-test";

    /// <summary>Opens every title in every language.</summary>
    public const string Mark = "【試験】";

    /// <summary>The only grade that a test has.</summary>
    public const int Grade = 1;

    /// <summary>Later than this after the announced moment nobody expects it any more: it is not sent.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromHours(1);

    /// <summary>The event by which it is told once, over all versions of the rule.</summary>
    /// <returns>The moment in UTC.</returns>
    public string EventName() => string.Create(CultureInfo.InvariantCulture, $"test:{At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}");

    /// <summary>Whether its moment has come.</summary>
    /// <param name="now">Now.</param>
    /// <returns>Not yet, due, or too late.</returns>
    public TestMoment Judge(DateTimeOffset now) => now < At ? TestMoment.NotYet : now - At <= LateAfter ? TestMoment.Due : TestMoment.TooLate;
}

/// <summary>Where a moment stands to an announced test.</summary>
public enum TestMoment
{
    /// <summary>Before it.</summary>
    NotYet,

    /// <summary>It is to be sent.</summary>
    Due,

    /// <summary>It is not sent any more.</summary>
    TooLate,
}
