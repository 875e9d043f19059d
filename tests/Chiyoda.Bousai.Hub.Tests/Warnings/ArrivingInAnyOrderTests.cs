using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Warnings;

/// <summary>The same telegrams in another order, some of them twice, give the same warnings in force.</summary>
public sealed class ArrivingInAnyOrderTests
{
    [Fact]
    public async Task CancelBeforeItsTelegram_AndLateOnes_EndInTheSameState()
    {
        var now = TimeProvider.System.GetUtcNow();
        byte[][] telegrams =
        [
            Floods.Telegram(Floods.Kanda, 3, now.AddMinutes(-9)),
            Floods.Telegram(Floods.Kanda, 5, now.AddMinutes(-8), 2),
            Floods.Telegram(Floods.Kanda, 5, now.AddMinutes(-7), 2, infoType: "取消"),
            Floods.Telegram(Floods.Arakawa, 4, now.AddMinutes(-6)),
            Floods.Telegram(Floods.Arakawa, 2, now.AddMinutes(-5), 2),
        ];

        var inOrder = await WarningsAfterAsync(telegrams);

        Assert.Equal([(Floods.Kanda, 3), (Floods.Arakawa, 2)], inOrder);
        Assert.Equal(inOrder, await WarningsAfterAsync(telegrams.Reverse()));
        Assert.Equal(inOrder, await WarningsAfterAsync([telegrams[2], telegrams[4], telegrams[1], telegrams[2], telegrams[3], telegrams[0], telegrams[1]]));
    }

    private static async Task<IReadOnlyList<(string? Cause, int Level)>> WarningsAfterAsync(IEnumerable<byte[]> telegrams)
    {
        await using var hub = await RunningHub.StartAsync();
        foreach (var telegram in telegrams)
        {
            await hub.PublishTelegramAsync(telegram);
        }

        return
        [
            .. (await hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray()
                .Select(item => (item.GetProperty("cause").GetString(), item.GetProperty("level").GetInt32())),
        ];
    }
}
