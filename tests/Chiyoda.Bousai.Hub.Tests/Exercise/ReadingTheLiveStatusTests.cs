using System.Text;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Exercise;

/// <summary>What of a live hub's status stops an exercise.</summary>
public sealed class ReadingTheLiveStatusTests
{
    private static readonly ExerciseOptions Usual = new();

    [Theory]
    [InlineData("", "")]
    [InlineData("\"warnings\": 1, \"warningsLevel\": 2", "")]
    [InlineData("\"intensity\": \"3\"", "")]
    [InlineData("\"ordersInForce\": 2", "避難情報2件")]
    [InlineData("\"warnings\": 1, \"warningsLevel\": 3", "警戒レベル3相当の気象情報")]
    [InlineData("\"tsunamiRegions\": 1", "津波の情報")]
    [InlineData("\"intensity\": \"4\"", "震度４")]
    [InlineData("\"intensity\": \"5-?\"", "震度５弱以上未入電")]
    [InlineData("\"intensity\": \"8\"", "震度8")]
    [InlineData("\"ordersInForce\": 1, \"intensity\": \"6+\"", "避難情報1件、震度６強")]
    public void WhatIsReal_IsNamed(string fields, string reasons) => Assert.Equal(reasons, string.Join('、', LiveSituation.Read(Status(fields), Usual)!.Reasons));

    [Theory]
    [InlineData("", true)]
    [InlineData("\"ordersState\": \"unknown\"", false)]
    [InlineData("\"warningsState\": \"stale\"", false)]
    [InlineData("\"tsunamiState\": \"unknown\"", false)]
    public void WhatTheLiveHubDoesNotKnowItself_IsNoQuiet(string fields, bool isWhole) => Assert.Equal(isWhole, LiveSituation.Read(Status(fields), Usual)!.IsWhole);

    [Fact]
    public void TheWardChoosesFromWhatOn()
    {
        var late = new ExerciseOptions { StopFromLevel = 5, StopFromIntensity = Domain.Warnings.SeismicIntensity.SixLower };

        Assert.False(LiveSituation.Read(Status("\"warningsLevel\": 4, \"intensity\": \"5+\""), late)!.IsReal);
        Assert.True(LiveSituation.Read(Status("\"warningsLevel\": 5"), late)!.IsReal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    public void WhatIsNoStatus_SaysNothing(string document) => Assert.Null(LiveSituation.Read(Encoding.UTF8.GetBytes(document), Usual));

    [Fact]
    public void AnExercise_IsNoLiveHub() => Assert.Null(LiveSituation.Read(Status("\"mode\": \"exercise\""), Usual));

    private static byte[] Status(string fields)
    {
        var document = new Dictionary<string, string>
        {
            ["mode"] = "\"live\"",
            ["asOf"] = "\"2026-11-28T21:00:00+09:00\"",
            ["sequence"] = "1",
            ["revision"] = "\"a\"",
            ["ordersState"] = "\"known\"",
            ["ordersInForce"] = "0",
            ["orders"] = "[]",
            ["notices"] = "0",
            ["warningsState"] = "\"known\"",
            ["warningsSince"] = "null",
            ["warnings"] = "0",
            ["warningsLevel"] = "null",
            ["tsunamiState"] = "\"known\"",
            ["tsunamiRegions"] = "0",
        };
        foreach (var field in fields.Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = field.Split(": ") is [var left, var right] ? (left.Trim('"'), right) : throw new ArgumentException(field, nameof(fields));
            document[name] = value;
        }

        return Encoding.UTF8.GetBytes($"{{ {string.Join(", ", document.Select(pair => $"\"{pair.Key}\": {pair.Value}"))} }}");
    }
}
