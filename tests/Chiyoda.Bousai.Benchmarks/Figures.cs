using System.Globalization;
using System.Text.Json;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>One figure, ours beside another's of the same run.</summary>
/// <param name="Name">Name of the figure.</param>
/// <param name="Ours">Our median.</param>
/// <param name="Peer">The peer's median, or the limit's.</param>
/// <param name="PeerName">What the peer is.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Goal">What was promised, in the unit.</param>
internal sealed record Figure(string Name, double Ours, double Peer, string PeerName, string Unit, double Goal)
{
    /// <summary>Larger is better: peer over ours, or for what is counted per second, ours over the peer.</summary>
    public double Ratio => Unit == "/s" ? Ours / Peer : Peer / Ours;
}

/// <summary>Prints figures as a table and, when asked, as JSON.</summary>
internal static class Figures
{
    public static async Task<int> PrintAsync(IReadOnlyList<Figure> figures, string[] rest)
    {
        Console.WriteLine($"{"figure",-38} {"ours",10} {"goal",10} {"peer",10} {"ratio",7}  unit  peer is");
        foreach (var figure in figures)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Name,-38} {figure.Ours,10:0.0} {figure.Goal,10:0} {figure.Peer,10:0.0} {figure.Ratio,7:0.00}  {figure.Unit,-4}  {figure.PeerName}"));
        }

        if (rest is ["--json", var file])
        {
            await using var stream = File.Create(file);
            await JsonSerializer.SerializeAsync(
                stream,
                figures.ToDictionary(
                    figure => figure.Name,
                    figure => new { ours = figure.Ours, peer = figure.Peer, ratio = figure.Ratio, unit = figure.Unit, goal = figure.Goal, peerIs = figure.PeerName }),
                Indented);
        }

        return 0;
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static int Usage()
    {
        Console.Error.WriteLine("benchmarks: backtest|cap|consequences|fold|main|spine|telegrams [--json FILE]");
        return 2;
    }
}
