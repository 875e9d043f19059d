using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.Infrastructure.Tests.Dissemination;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Subscriptions;

/// <summary>How many would be told, by language, out of the registrations as they are now.</summary>
public sealed class CountingSubscribersTests
{
    [Fact]
    public async Task ACount_FollowsWhatIsWritten_Gone_AndForgotten()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel(), configure: services => services.AddSingleton<AudienceIndex>());
        var near = await world.SubscribeAsync(3, TellingWorld.Riverside[0]);
        await world.SubscribeAsync(1, Addressees.Everywhere, "en");
        await world.SubscribeAsync(1, TellingWorld.Riverside[0], levels: [5]);
        await world.SubscribeAsync(2, TellingWorld.Elsewhere);
        Assert.Equal(["ja 3/4", "en 1/1"], await CountAsync(world));

        await world.WithDbAsync(db => db.Subscriptions.Where(row => row.Key == near[0])
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GoneAt, world.Clock.GetUtcNow()), TestContext.Current.CancellationToken));
        await world.WithDbAsync(db => db.Subscriptions.Where(row => row.Key == near[1]).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        await world.SubscribeAsync(1, TellingWorld.Riverside[1], "en");

        Assert.Equal(["en 2/2", "ja 1/2"], await CountAsync(world));
    }

    [Fact]
    public async Task AReadingThatBrokeOff_HoldsNobodyUp_AndNoneIsAKnownNone()
    {
        await using var world = await TellingWorld.StartAsync(channel: new ScriptedChannel(), configure: services => services.AddSingleton<AudienceIndex>());
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var index = world.Get<AudienceIndex>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.CountAsync(Measure(4), TimeSpan.Zero, gone.Token));

        Assert.Empty((await index.CountAsync(Measure(4), TimeSpan.Zero, TestContext.Current.CancellationToken))!.Lines);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhateverTheOrderOfWrites_TheArrayCountsAsTheRegistrationsSay(int seed)
    {
        var random = new Random(seed);
        var array = new AudienceArray();
        var plain = new Dictionary<int, (string[] Places, string Language, int[] Levels, string[] Notices)>();
        for (var write = random.Next(60); write > 0; write--)
        {
            var key = random.Next(1, 20);
            if (random.Next(4) == 0)
            {
                array.Remove(key);
                plain.Remove(key);
                continue;
            }

            string[] places = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(4) is var place && place == 0 ? Addressees.Everywhere : $"{place}")];
            int[] levels = [.. new[] { 3, 4, 5 }.Where(_ => random.Next(2) == 0)];
            string[] notices = random.Next(4) switch { 0 => [], 1 => [NoticeWishes.All], 2 => [NoticeWishes.None], _ => [NoticeWishes.WordOf(NoticeCategory.Transport)] };
            plain[key] = (places, $"l{random.Next(3)}", levels, notices);
            array.Put(key, places, plain[key].Language, levels, notices);
        }

        Assert.Equal(plain.Count, array.Count);
        foreach (var level in new int?[] { 3, 4, 5, null })
        {
            var addressees = new Addressees(Measure(level));
            var lines = array.CountFor(Measure(level), "x");
            foreach (var language in new[] { "l0", "l1", "l2" })
            {
                var of = plain.Values.Where(one => one.Language == language).ToList();
                var line = lines.FirstOrDefault(each => each.Language == language) ?? new SubscriberLine("x", language, 0, 0);
                Assert.Equal((of.Count(one => addressees.Touch(one.Places)), of.Count(one => addressees.Include(one.Places, one.Levels))), (line.InAreas, line.Told));
            }
        }

        foreach (var category in Enum.GetValues<NoticeCategory>())
        {
            foreach (string[] areas in new string[][] { [NoticeContent.Everywhere], ["1"], ["2", "3"] })
            {
                var content = new NoticeContent(category, "x", new Dictionary<string, string>(), areas, DateTimeOffset.UnixEpoch, []);
                var inAreas = plain.Values.Where(one => content.Touches(one.Places)).ToList();
                Assert.Equal((inAreas.Count, inAreas.Count(one => NoticeWishes.Want(one.Notices, category))), array.CountFor(content));
            }
        }

        array.KeepOnly(plain.Keys.Where(key => key % 2 == 0).Select(key => (long)key).ToHashSet());
        Assert.Equal(plain.Keys.Count(key => key % 2 == 0), array.Count);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 50)];

    private static async Task<IReadOnlyList<string>> CountAsync(TellingWorld world)
    {
        var measure = Measure(4) with { Areas = TellingWorld.Riverside };
        var count = await world.Get<AudienceIndex>().CountAsync(measure, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.InRange(count!.AsOf, world.Clock.GetUtcNow().AddMinutes(-1), world.Clock.GetUtcNow());
        return [.. count.Lines.Select(line => $"{line.Language} {line.Told}/{line.InAreas}")];
    }

    private static Measure Measure(int? level) => new(
        level is null ? Hazard.Tsunami : Hazard.Flood, string.Empty, string.Empty, level, EvacuationAction.GoUp, Audience.Everyone, ["1"], "水位");
}
