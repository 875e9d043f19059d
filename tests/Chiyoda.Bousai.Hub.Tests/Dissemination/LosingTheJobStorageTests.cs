using Chiyoda.Bousai.TestHub;
using Chiyoda.Bousai.TestServices.PushService;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Dissemination;

/// <summary>The scheduler only makes the first step faster: without it everything is told all the same, and the hub stays.</summary>
public sealed class LosingTheJobStorageTests
{
    [Fact]
    public async Task WhatWasReleased_IsTold_AndTheHubLives()
    {
        await using var hub = await RunningHub.StartAsync(adjust: services => services.AddSingleton<IBackgroundJobClient>(new BrokenClient()));
        await using var push = await LocalPushService.StartAsync();
        var device = push.NewSubscriber(await hub.PushKeyAsync());
        await hub.SubscribeAsync(device, "13101045001");
        using var author = await hub.SignInAsync("Recorder");
        using var releaser = await hub.SignInAsync("Releaser");
        var now = TimeProvider.System.GetUtcNow();

        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, now));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        await Answers.OkAsync(author.DecideAsync(await author.ProposalAsync("submitted"), now));
        await Answers.OkAsync(releaser.ReleaseAsync(await releaser.ProposalAsync("decided")));

        Assert.Contains("レベル4", (await device.NextAsync(TimeSpan.FromSeconds(20))).Text, StringComparison.Ordinal);
        Assert.Equal("known", (await hub.GetAsync("/status.json")).GetProperty("ordersState").GetString());
    }

    private sealed class BrokenClient : IBackgroundJobClient
    {
        public string Create(Job job, IState state) => throw new BackgroundJobClientException("The storage is away.", new TimeoutException());

        public bool ChangeState(string jobId, IState state, string expectedState) => false;
    }
}
