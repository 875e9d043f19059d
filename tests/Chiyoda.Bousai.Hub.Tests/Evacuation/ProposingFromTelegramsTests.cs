using System.Net;
using System.Text;
using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>From telegrams in any order to the proposals that stand: nothing goes backwards, nothing is proposed twice.</summary>
public sealed class ProposingFromTelegramsTests : IAsyncLifetime
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private RunningHub _hub = null!;
    private StaffClient _recorder = null!;

    public async ValueTask InitializeAsync()
    {
        _hub = await RunningHub.StartAsync();
        _recorder = await _hub.SignInAsync("Recorder");
    }

    public async ValueTask DisposeAsync()
    {
        _recorder.Dispose();
        await _hub.DisposeAsync();
    }

    [Theory]
    [InlineData(Floods.Kanda, 3, 3, "goUp", "elderlyAndSlow")]
    [InlineData(Floods.Kanda, 4, 4, "goUp", "everyone")]
    [InlineData(Floods.Kanda, 5, 5, "goUp", "everyone")]
    [InlineData(Floods.Arakawa, 3, 3, "leaveNow", "elderlyAndSlow")]
    [InlineData(Floods.Arakawa, 4, 4, "leaveNow", "everyone")]
    [InlineData(Floods.Arakawa, 5, 4, "leaveNow", "everyone")]
    public async Task LevelAlone_ProposesWhatTheCriteriaSay(string river, int level, int proposed, string action, string audience)
    {
        var receipt = await PostAsync(river, level, 0);

        var proposal = await _recorder.ProposalAsync();

        Assert.Equal(
            (proposed, action, audience, river, "issue", "flood"),
            (proposal.GetProperty("level").GetInt32(), Text(proposal, "action"), Text(proposal, "audience"), Text(proposal, "cause"), Text(proposal, "act"), Text(proposal, "hazard")));
        Assert.NotEmpty(proposal.GetProperty("areas").EnumerateArray());
        var matched = proposal.GetProperty("criteria").EnumerateArray().Where(criterion => criterion.GetProperty("matched").GetBoolean()).ToList();
        Assert.NotEmpty(matched);
        Assert.All(matched, criterion => Assert.Equal(receipt, criterion.GetProperty("telegramId").GetGuid()));
        Assert.All(proposal.GetProperty("criteria").EnumerateArray(), criterion => Assert.NotEmpty(Text(criterion, "observed")));
    }

    [Fact]
    public async Task LevelTwo_ProposesNothing()
    {
        await PostAsync(Floods.Kanda, 2, 0);

        Assert.Equal([2], await InForceAsync());
        Assert.Empty(await _recorder.ProposalsAsync());
    }

    [Fact]
    public async Task HigherLevel_TakesThePlaceOfTheUntouchedDraft()
    {
        await PostAsync(Floods.Kanda, 3, 0);
        await PostAsync(Floods.Kanda, 4, 10);

        Assert.Equal(4, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
        Assert.Equal(3, (await _recorder.ProposalAsync("discarded")).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task HigherLevel_LeavesASubmittedProposalToItsPeople()
    {
        await PostAsync(Floods.Kanda, 3, 0);
        await Answers.OkAsync(_recorder.SubmitAsync(await _recorder.ProposalAsync()));

        await PostAsync(Floods.Kanda, 4, 10);

        Assert.Equal(3, (await _recorder.ProposalAsync("submitted")).GetProperty("level").GetInt32());
        Assert.Equal(4, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task Continuation_ProposesNothingAgain()
    {
        await PostAsync(Floods.Kanda, 4, 0);
        await PostAsync(Floods.Kanda, 4, 10);
        await PostAsync(Floods.Kanda, 4, 20);

        Assert.Single(await _recorder.ProposalsAsync());
    }

    [Fact]
    public async Task OlderTelegramThatArrivesLate_NeverGoesBackwards()
    {
        await PostAsync(Floods.Kanda, 4, 10);
        await PostAsync(Floods.Kanda, 3, 0);
        await PostAsync(Floods.Kanda, null, 5);

        Assert.Equal([4], await InForceAsync());
        Assert.Equal(4, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
        Assert.Empty(await _recorder.ProposalsAsync("discarded"));
    }

    [Fact]
    public async Task Cancel_GoesBackToNothing_AndDiscardsTheUntouchedDraft()
    {
        await PostAsync(Floods.Kanda, 4, 0);
        await PostAsync(Floods.Kanda, 4, 10, "取消");

        Assert.Empty(await InForceAsync());
        Assert.Empty(await _recorder.ProposalsAsync());
        Assert.NotEmpty(Text(await _recorder.ProposalAsync("discarded"), "note"));
    }

    [Fact]
    public async Task Cancel_GoesBackToTheLevelBefore_AndProposesThatOne()
    {
        await PostAsync(Floods.Kanda, 3, 0);
        await PostAsync(Floods.Kanda, 4, 10);
        await PostAsync(Floods.Kanda, 4, 20, "取消");

        Assert.Equal([3], await InForceAsync());
        Assert.Equal(3, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
        Assert.Contains(await _recorder.ProposalsAsync("discarded"), proposal => proposal.GetProperty("level").GetInt32() == 4);
    }

    [Fact]
    public async Task CancelThatArrivesBeforeItsTelegram_LeavesNothingInForce()
    {
        await PostAsync(Floods.Kanda, 4, 10, "取消");
        await PostAsync(Floods.Kanda, 4, 0);

        Assert.Empty(await InForceAsync());
        Assert.Empty(await _recorder.ProposalsAsync());
    }

    [Fact]
    public async Task Cancel_LeavesWhatPeopleHaveTakenUp()
    {
        await PostAsync(Floods.Kanda, 4, 0);
        await Answers.OkAsync(_recorder.SubmitAsync(await _recorder.ProposalAsync()));

        await PostAsync(Floods.Kanda, 4, 10, "取消");

        Assert.Single(await _recorder.ProposalsAsync("submitted"));
    }

    [Fact]
    public async Task Lift_EndsTheWarning_AndDiscardsTheUntouchedDraft()
    {
        await PostAsync(Floods.Kanda, 4, 0);
        await PostAsync(Floods.Kanda, null, 10);

        Assert.Empty(await InForceAsync());
        Assert.Empty(await _recorder.ProposalsAsync());
    }

    [Fact]
    public async Task Correction_ReplacesWhatItCorrects()
    {
        await PostAsync(Floods.Kanda, 5, 0);
        await PostAsync(Floods.Kanda, 4, 1, "訂正");

        Assert.Equal([4], await InForceAsync());
        Assert.Equal(4, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task RejectedProposal_DoesNotComeBackWithTheNextBulletin()
    {
        using var releaser = await _hub.SignInAsync("Releaser");
        await PostAsync(Floods.Kanda, 4, 0);
        await Answers.OkAsync(_recorder.SubmitAsync(await _recorder.ProposalAsync()));
        var submitted = await releaser.ProposalAsync("submitted");
        await Answers.OkAsync(releaser.ActAsync(submitted, "reject", new { version = StaffClient.VersionOf(submitted), reason = "水位はまだ低い" }));

        await PostAsync(Floods.Kanda, 4, 10);
        await PostAsync(Floods.Kanda, 4, 20);

        Assert.Empty(await _recorder.ProposalsAsync());
        await PostAsync(Floods.Kanda, 5, 30);
        Assert.Equal(5, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task TrainingTelegram_ProposesInAnExercise()
    {
        var receipt = await _hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, _now, status: "訓練"));

        Assert.Equal("accepted", receipt.Outcome);
        Assert.Equal(4, (await _recorder.ProposalAsync()).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task RiverOfAnotherPlace_IsIrrelevant_KeptAndWithoutEffect()
    {
        var octets = Floods.Telegram("830304009900", 5, _now);

        var receipt = await _hub.PublishTelegramAsync(octets);

        Assert.Equal("irrelevant", receipt.Outcome);
        Assert.Empty(await InForceAsync());
        Assert.Empty(await _recorder.ProposalsAsync());
        Assert.Equal(octets, await _recorder.Http.GetByteArrayAsync($"/api/v1/telegrams/{receipt.TelegramId}"));
    }

    /// <summary>Names are text for people; the code alone decides.</summary>
    [Fact]
    public async Task RiverOfTheSameNameElsewhere_IsIrrelevant()
    {
        var octets = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Floods.Telegram(Floods.Kanda, 5, _now)).Replace(Floods.Kanda, "280304000100", StringComparison.Ordinal));

        Assert.Equal("irrelevant", (await _hub.PublishTelegramAsync(octets)).Outcome);
    }

    [Theory]
    [InlineData("decision-in-the-future", "mayor", 120)]
    [InlineData("unknown-authority", "nobody", 0)]
    [InlineData("authority-does-not-cover", "level-3-rule", 0)]
    public async Task DecisionThatCannotBe_IsRefused(string code, string by, int secondsAhead)
    {
        await PostAsync(Floods.Kanda, 4, 0);
        await Answers.OkAsync(_recorder.SubmitAsync(await _recorder.ProposalAsync()));

        await Answers.RefusedAsync(
            _recorder.DecideAsync(await _recorder.ProposalAsync("submitted"), TimeProvider.System.GetUtcNow().AddSeconds(secondsAhead), by),
            HttpStatusCode.BadRequest,
            $"evacuation.{code}");
        Assert.Single(await _recorder.ProposalsAsync("submitted"));
    }

    [Theory]
    [InlineData("submit", "{}")]
    [InlineData("submit", "{\"version\":0}")]
    [InlineData("submit", "{\"version\":\"1\"}")]
    [InlineData("submit", "{\"version\":1,\"force\":true}")]
    [InlineData("submit", "")]
    [InlineData("decide", "{\"version\":1}")]
    [InlineData("decide", "{\"version\":1,\"by\":\"mayor\",\"means\":\"telepathy\",\"at\":\"2026-06-01T02:14:03+09:00\"}")]
    [InlineData("decide", "{\"version\":1,\"by\":\"mayor\",\"means\":1,\"at\":\"2026-06-01T02:14:03+09:00\"}")]
    [InlineData("decide", "{\"version\":1,\"by\":\"mayor\",\"means\":\"telephone\",\"at\":\"2026-06-01T02:14:03\"}")]
    [InlineData("decide", "{\"version\":1,\"by\":\"mayor\",\"means\":\"telephone\",\"at\":\"yesterday\"}")]
    public async Task RequestThatCannotBeUnderstood_IsAProblemWithACode(string act, string body)
    {
        await PostAsync(Floods.Kanda, 4, 0);
        var id = Text(await _recorder.ProposalAsync(), "id");
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));

        await Answers.RefusedAsync(_recorder.Http.PostAsync($"/api/v1/proposals/{id}/{act}", content), HttpStatusCode.BadRequest, "hub.bad-request");
    }

    [Fact]
    public async Task UnknownProposalAndOrder_AreNotFound()
    {
        var nothing = JsonDocument.Parse($"{{\"id\":\"{Guid.NewGuid()}\",\"version\":1}}").RootElement;

        await Answers.RefusedAsync(_recorder.SubmitAsync(nothing), HttpStatusCode.NotFound, "evacuation.unknown-proposal");
        await Answers.RefusedAsync(_recorder.AskLiftAsync(nothing, "試験"), HttpStatusCode.NotFound, "evacuation.unknown-order");
    }

    /// <param name="river">Flood-forecast area.</param>
    /// <param name="level">Level, or <see langword="null"/> for 解除.</param>
    /// <param name="minute">Report time, minutes after the first.</param>
    /// <param name="infoType">発表, 訂正 or 取消.</param>
    private async Task<Guid> PostAsync(string river, int? level, int minute, string infoType = "発表") =>
        (await _hub.PublishTelegramAsync(Floods.Telegram(river, level, _now.AddMinutes(minute - 60), minute + 1, infoType: infoType))).TelegramId;

    private async Task<IEnumerable<int>> InForceAsync() =>
        (await _hub.GetAsync("/api/v1/warnings")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("level").GetInt32()).ToList();

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;
}
