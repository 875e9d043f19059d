using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>
/// A proposal with its consequences for every area of the shipped ward, forty shelters and a million registrations, beside a bare pass over
/// as many octets. Reading the snapshots from the database is not in it.
/// </summary>
internal static class Foreseeing
{
    private const int Registrations = 1_000_000;
    private const int Shelters = 40;
    private const int Runs = 21;

    private static readonly DateTimeOffset At = new(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));

    public static IReadOnlyList<Figure> Measure()
    {
        var pack = Pack();
        var audience = Audience(pack);
        var proposal = Proposal.ByRule(
            Guid.NewGuid(),
            new Measure(
                Hazard.Flood, Floods.Kanda, "神田川", 4, EvacuationAction.GoUp, Domain.Evacuation.Audience.Everyone,
                [.. pack.Areas.Keys.Select(code => code.Value)], "水位"),
            [],
            At);
        var warning = new HazardWarning("flood", "41", 4, "レベル４氾濫危険警報", Floods.Kanda, [], At, null, string.Empty, Guid.NewGuid(), "気象庁", null);
        var bare = new Bare[Registrations];
        for (var at = 0; at < bare.Length; at++)
        {
            bare[at] = new Bare(at, at);
        }

        List<double> ours = [], peer = [];
        for (var run = 0; run <= Runs; run++)
        {
            var since = Stopwatch.GetTimestamp();
            var count = new SubscriberCount(At, audience.CountFor(proposal.Measure, ChannelNames.WebPush));
            var picture = Consequence.Draw(
                proposal, pack, new Sighting(At, [warning], new Dictionary<string, GaugeJudgement>(), KnowledgeState.Known, At, [], count, new Dictionary<string, ShelterReport>()));
            var took = Stopwatch.GetElapsedTime(since);
            since = Stopwatch.GetTimestamp();
            var sum = Scan(bare);
            var scanned = Stopwatch.GetElapsedTime(since);

            // The first run warms the code and is not counted.
            if (run > 0)
            {
                ours.Add(took.TotalMilliseconds);
                peer.Add(scanned.TotalMilliseconds);
            }
            else
            {
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{picture.Areas.Count} areas, {picture.Shelters.Count} shelters, {picture.Subscribers!.Lines.Sum(line => line.InAreas)} registrations told apart in {picture.Subscribers.Lines.Count} languages, {sum}"));
            }
        }

        return [new Figure("proposal-with-consequences", Figures.Median(ours), Figures.Median(peer), "a bare scan of as many entries of 16 octets", "ms", 300)];
    }

    private static WardPack Pack()
    {
        var pack = WardPackLoader.Load(Repository.Config).Pack ?? throw new InvalidOperationException("The shipped pack does not load.");
        var shelters = pack.Shelters.Where(shelter => shelter.Kind is ShelterKind.Shelter or ShelterKind.EmergencySite or ShelterKind.WelfareShelter).ToList();
        return pack with
        {
            Shelters = [.. Enumerable.Range(0, Shelters).Select(at => shelters[at % shelters.Count] with { Id = $"S{at}", FitFor = new Dictionary<Hazard, bool> { [Hazard.Flood] = at % 3 > 0 } })],
        };
    }

    /// <summary>One to three places each, sixteen languages, by chance: many sets of places.</summary>
    private static AudienceArray Audience(WardPack pack)
    {
        var random = new Random(20261128);
        string[] areas = [.. pack.Areas.Keys.Select(code => code.Value)];
        string[] languages = [.. Enumerable.Range(0, 16).Select(at => $"l{at}")];
        int[][] levels = [[3, 4, 5], [4, 5], [5]];
        var audience = new AudienceArray();
        for (var key = 1; key <= Registrations; key++)
        {
            audience.Put(
                key, Enumerable.Range(0, random.Next(1, 4)).Select(_ => areas[random.Next(areas.Length)]), languages[random.Next(languages.Length)],
                levels[random.Next(levels.Length)], []);
        }

        return audience;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Scan(Bare[] entries)
    {
        var sum = 0L;
        foreach (ref readonly var entry in entries.AsSpan())
        {
            sum += entry.Other;
        }

        return sum;
    }

    private readonly record struct Bare(long Key, long Other);
}
