using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.WebPush;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>Design rule 3: what an exercise may do and a live hub may not, and keys that stay apart.</summary>
public sealed class PushSettingsAndSecretsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("secrets-").FullName;

    public static TheoryData<string, PushOptions> ExerciseOnly => new()
    {
        { "Push:AllowLoopback", new PushOptions { Subject = "mailto:bousai@city.example.jp", AllowLoopback = true } },
        { "Push:OriginRewrites", WithRewrite() },
        { "Push:Subject", new PushOptions() },
    };

    [Theory]
    [MemberData(nameof(ExerciseOnly))]
    public void WhatIsForExercises_IsRefusedInLiveByName(string setting, PushOptions options)
    {
        Assert.Contains(options.FindProblems(HubMode.Live), problem => problem.StartsWith(setting, StringComparison.Ordinal));
        Assert.Empty(options.FindProblems(HubMode.Exercise));
    }

    [Fact]
    public void SoundSettings_AreTakenInLive() =>
        Assert.Empty(new PushOptions { Subject = "mailto:bousai@city.example.jp" }.FindProblems(HubMode.Live));

    [Fact]
    public void Secrets_AreMadeOnceAndForTheOwnerAlone()
    {
        using var made = PushSecrets.Open(_directory);
        using var read = PushSecrets.Open(_directory);
        var token = made.Receipts.Write(new ReceiptPlace(Guid.NewGuid(), 2, 3));

        Assert.Equal(made.Vapid.PublicKey, read.Vapid.PublicKey);
        Assert.NotNull(read.Receipts.Read(token));
        foreach (var file in Directory.GetFiles(_directory))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Fact]
    public void ASpoiledKeyFile_StopsTheStartAndIsNotReplaced()
    {
        var path = Path.Combine(_directory, PushSecrets.VapidFile);
        File.WriteAllText(path, "{}");

        var fault = Assert.Throws<InvalidDataException>(() => PushSecrets.Open(_directory));

        Assert.Contains(PushSecrets.VapidFile, fault.Message, StringComparison.Ordinal);
        Assert.Equal("{}", File.ReadAllText(path));
    }

    [Fact]
    public void AReceiptToken_IsBelievedOnlyAsItWasWritten()
    {
        using var ours = PushSecrets.Open(_directory);
        var place = new ReceiptPlace(Guid.NewGuid(), 70_000, 499);
        var token = ours.Receipts.Write(place);
        var altered = (token[0] == 'A' ? 'B' : 'A') + token[1..];

        Assert.Equal(ReceiptTokens.Characters, token.Length);
        Assert.Equal(place, ours.Receipts.Read(token));
        Assert.Null(ours.Receipts.Read(altered));
        Assert.Null(ours.Receipts.Read(token + "A"));
        Assert.Null(ours.Receipts.Read("ありえない"));
        Assert.Null(ours.Receipts.Read(null));
        Assert.Null(new ReceiptTokens(new byte[32]).Read(token));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static PushOptions WithRewrite()
    {
        var options = new PushOptions { Subject = "mailto:bousai@city.example.jp" };
        options.OriginRewrites.Add(new OriginRewrite { From = new Uri("https://push.example.net"), To = new Uri("http://127.0.0.1:9") });
        return options;
    }
}
