using System.Globalization;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.WebPush;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>A message that is too long loses the end of its body, never the level, never an area.</summary>
public sealed class FittingAMessageTests
{
    private const string Title = "【訓練】警戒レベル4 避難指示 神田川の洪水";

    [Theory]
    [InlineData(1, 10)]
    [InlineData(115, 120)]
    [InlineData(115, 4_000)]
    [InlineData(200, 2_000)]
    public async Task WhateverTheLength_LevelAndAreasAreWhole(int areas, int bodyCharacters)
    {
        await using var world = await TellingWorld.StartAsync();
        var codes = Codes(areas);

        var payload = Render(world, codes, string.Concat(Enumerable.Repeat("𠮷町へ", (bodyCharacters / 4) + 1)))!.Value;

        using var json = JsonDocument.Parse(payload);
        var notification = json.RootElement.GetProperty("notification");
        Assert.InRange(payload.Length, 1, PushEncryption.MaxPlaintextOctets);
        Assert.Equal(Title, notification.GetProperty("title").GetString());
        Assert.Equal(codes, notification.GetProperty("data").GetProperty("areas").EnumerateArray().Select(area => area.GetString()));
        Assert.DoesNotContain('\uFFFD', notification.GetProperty("body").GetString()!);
        Assert.NotEmpty(notification.GetProperty("body").GetString()!);
    }

    [Fact]
    public async Task AreasThatDoNotFitByThemselves_GiveNoMessageRatherThanAnIncompleteOne()
    {
        await using var world = await TellingWorld.StartAsync();

        Assert.Null(Render(world, Codes(400), "短い本文"));
    }

    [Theory]
    [InlineData(1, "短い本文")]
    [InlineData(115, "改行と\"引用\"の\nある本文")]
    public async Task TheSizeBeforeADecision_IsThatOfTheMessageAfterIt_ToSomeTwentyOctets(int areas, string body)
    {
        await using var world = await TellingWorld.StartAsync();

        var octets = Render(world, Codes(areas), body)!.Value.Length;

        Assert.InRange(PushSize.Of(Title, body, Codes(areas), null), octets - 20, octets + 20);
    }

    private static ReadOnlyMemory<byte>? Render(TellingWorld world, string[] areas, string body)
    {
        var release = OrderRelease.Of(world.NewReleased(areas: areas), Guid.NewGuid(), 1);
        return world.Get<IChannel>().Render(release, new RenderedMessage("ja", Title, body, body, []));
    }

    private static string[] Codes(int count) =>
        [.. Enumerable.Range(0, count).Select(index => string.Create(CultureInfo.InvariantCulture, $"131010{index:00000}"))];
}
