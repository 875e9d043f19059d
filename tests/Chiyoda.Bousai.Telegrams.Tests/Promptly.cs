using System.Diagnostics;

namespace Chiyoda.Bousai.Telegrams.Tests;

/// <summary>Holds reading against a second. The machine is shared: what took longer is tried once more before it is called slow.</summary>
internal static class Promptly
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Does it, in a second.</summary>
    /// <param name="what">What is tried, for the message.</param>
    /// <param name="action">What to do; the same octets each time.</param>
    /// <returns>What it answered.</returns>
    public static T Do<T>(string what, Func<T> action)
    {
        var (answer, took) = Time(action);
        if (took > Limit)
        {
            (answer, took) = Time(action);
        }

        Assert.True(took <= Limit, $"{what} took {took}, the second time too.");
        return answer;
    }

    private static (T Answer, TimeSpan Took) Time<T>(Func<T> action)
    {
        var watch = Stopwatch.StartNew();
        var answer = action();
        return (answer, watch.Elapsed);
    }
}
