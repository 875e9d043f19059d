using System.Diagnostics;
using Xunit.Sdk;

namespace Chiyoda.Bousai.TestHub;

/// <summary>Waits for what another process or thread brings about, bounded.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> holds, string what, int seconds = 20)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > TimeSpan.FromSeconds(seconds))
            {
                throw new XunitException($"Not within {seconds} s: {what}");
            }

            await Task.Delay(50);
        }
    }
}
