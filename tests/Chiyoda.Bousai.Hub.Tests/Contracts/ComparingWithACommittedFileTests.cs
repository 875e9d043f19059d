using Xunit;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>What a reviewer sees when a contract moved.</summary>
public sealed class ComparingWithACommittedFileTests
{
    [Fact]
    public void WhatWentAndWhatCame_StandBesideTheLinesAroundThem()
    {
        var difference = LineDifference.Of("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nD\ne\nf\ng\nh\n");

        Assert.Equal("  b\n  c\n− d\n+ D\n  e\n  f\n  g\n+ h\n  \n", difference);
    }

    [Fact]
    public void FarAway_IsLeftOut()
    {
        var lines = Enumerable.Range(0, 50).Select(i => $"{i}").ToList();
        var old = string.Join('\n', lines);
        lines[5] = "five";
        lines.RemoveAt(40);

        Assert.Equal(
            "  3\n  4\n− 5\n+ five\n  6\n  7\n   ⋮\n  38\n  39\n− 40\n  41\n  42\n",
            LineDifference.Of(old, string.Join('\n', lines)));
    }

    [Fact]
    public void AFileThatHoldsSomethingElse_FailsAndSaysHowToRenewIt()
    {
        Assert.SkipWhen(CommittedFile.IsRenewed, "Files are being rewritten; this one must not be.");

        var wrong = Assert.Throws<XunitException>(() => new CommittedFile("Hosting/endpoints.txt").MustHold("GET /\n"));

        Assert.Contains("tests/Chiyoda.Bousai.Hub.Tests/Hosting/endpoints.txt", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("UPDATE_SNAPSHOTS=1", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("− GET    /health/live  anonymous", wrong.Message, StringComparison.Ordinal);
    }
}
