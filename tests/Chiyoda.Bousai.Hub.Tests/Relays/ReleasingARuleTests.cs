using System.Data.Common;
using System.Net;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Relays;

/// <summary>How a version of a rule comes to tell, and how it stops: on the page of headquarters, by two persons and a decision.</summary>
public sealed class ReleasingARuleTests
{
    [Fact]
    public async Task ARuleThatNobodyReleased_TellsNothing_AndSaysSo()
    {
        await using var world = await RelayWorld.StartAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.SubmitAsync(world.Author, RelayWorld.Kanda);
        await world.DecideAsync(world.Author, RelayWorld.Kanda);

        await world.FloodAsync(4);

        await world.QuietAsync();
        Assert.Equal(0, device.Received);
        Assert.Contains("何も伝えません", (await world.RuleAsync(world.Author, RelayWorld.Kanda)).Text, StringComparison.Ordinal);
        Assert.Contains("決裁済・発効待ち", (await world.RuleAsync(world.Author, RelayWorld.Kanda)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReleasedInTheMiddleOfAnEvent_ItTellsTheNextChangeOnly()
    {
        await using var world = await RelayWorld.StartAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.FloodAsync(4);
        await world.ReleaseRuleAsync();

        await world.FloodAsync(4);
        await world.QuietAsync();
        Assert.Equal(0, device.Received);
        await world.FloodAsync(5);

        Assert.Equal("【訓練】気象庁発表 レベル5氾濫特別警報（神田川）", (await RelayWorld.NextAsync(device)).Title);
    }

    [Fact]
    public async Task ThePage_ShowsStateDecisionPreviewsAndWhatWasTold()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        await world.SubscribeAsync(RelayWorld.Riverside);
        await world.FloodAsync(5);
        await world.QuietAsync();

        var rule = await world.RuleAsync(world.Author, RelayWorld.Kanda);

        Assert.Contains("発効中", rule.Text, StringComparison.Ordinal);
        Assert.Contains("区長", rule.Text, StringComparison.Ordinal);
        Assert.Contains("レベル５氾濫特別警報", rule.Text, StringComparison.Ordinal);
        Assert.Contains("【訓練】気象庁発表 レベル5氾濫特別警報（神田川）", rule.Text, StringComparison.Ordinal);
        Assert.Contains("JMA announcement: Level 5 River Flood Emergency Warning", rule.Text, StringComparison.Ordinal);
        Assert.Contains("en（未確認の文面）", rule.Text, StringComparison.Ordinal);
        Assert.Contains("新規・引上げ（伝達）", rule.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryStep_IsInTheChronology_WithItsPerson()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        await world.RevokeAsync(world.Author, RelayWorld.Kanda);

        Assert.Equal(
            ["relays.rule-submitted", "relays.rule-decided", "relays.rule-released", "relays.rule-revoked"], await world.KindsAsync());
        var decided = (await world.EntriesAsync())[1].GetProperty("summary").GetString();
        Assert.Contains("神田川の洪水予報", decided, StringComparison.Ordinal);
        Assert.Contains("区長", decided, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSubmitterCannotRelease_NotEvenWithAnotherLogIn()
    {
        await using var world = await RelayWorld.StartAsync();
        var person = Guid.NewGuid();
        using var one = await Seat.TakeAsync(world.Hub, "Releaser", person);
        using var same = await Seat.TakeAsync(world.Hub, "Releaser", person);
        await world.SubmitAsync(one, RelayWorld.Kanda);
        await world.DecideAsync(world.Author, RelayWorld.Kanda);
        var form = await world.RuleAsync(world.Releaser, RelayWorld.Kanda);

        var own = await world.RuleAsync(same, RelayWorld.Kanda);
        Assert.Contains("あなたはこの版の提出者なので", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Actions, action => action.EndsWith("handler=Release", StringComparison.Ordinal));
        var (_, fields) = form.Form("handler=Release");
        var token = own.Form("handler=Revoke").Fields["__RequestVerificationToken"];
        var refused = await same.PostAsync("/hq/relays?handler=Release", new(fields) { ["looked"] = "true", ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.DoesNotContain("relays.rule-released", await world.KindsAsync());
    }

    [Fact]
    public async Task TheDatabaseItself_RefusesAReleaseByTheSubmitter()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.SubmitAsync(world.Author, RelayWorld.Kanda);

        var refused = await Assert.ThrowsAnyAsync<DbException>(
            () => TestDatabase.ExecuteAsync(world.Hub.DataDirectory, "UPDATE relays_standing_rules SET State = 'Released', ReleaserId = SubmitterId"));

        Assert.Contains("ck_relay_releaser_is_not_submitter", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SixMinutesAfterSigningIn_TheReleaseAsksForThePassword()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.SubmitAsync(world.Author, RelayWorld.Kanda);
        await world.DecideAsync(world.Author, RelayWorld.Kanda);
        var (login, password) = await world.Hub.AddAccountAsync("releaser-for-later", "Releaser");
        using var releaser = Seat.Take(world.Hub);
        await releaser.SignInAsync(login, password);
        world.Advance(TimeSpan.FromMinutes(6));

        var asked = await world.RuleAsync(releaser, RelayWorld.Kanda);
        Assert.Contains("もう一度", asked.Text, StringComparison.Ordinal);
        await releaser.SendAsync(asked, "handler=Release", ("looked", "true"), ("password", "not-the-password"));
        Assert.DoesNotContain("relays.rule-released", await world.KindsAsync());

        var released = await releaser.SendAsync(asked, "handler=Release", ("looked", "true"), ("password", password));
        Assert.Contains("発効しました", released.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutADecision_OrALook_ThereIsNoRelease()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.SubmitAsync(world.Author, RelayWorld.Kanda);
        Assert.DoesNotContain((await world.RuleAsync(world.Releaser, RelayWorld.Kanda)).Actions, action => action.EndsWith("handler=Release", StringComparison.Ordinal));
        await world.DecideAsync(world.Author, RelayWorld.Kanda);

        var refused = await world.Releaser.SendAsync(await world.RuleAsync(world.Releaser, RelayWorld.Kanda), "handler=Release", ("looked", "false"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("hq.relay-not-confirmed", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAuthorityThatDoesNotCoverAllThatIsTold_CannotDecide()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.SubmitAsync(world.Author, RelayWorld.Kanda);

        var refused = await world.DecideAsync(world.Author, RelayWorld.Kanda, by: "level-3-rule");

        Assert.Contains("relays.authority-does-not-cover", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("relays.rule-decided", await world.KindsAsync());
    }

    [Fact]
    public async Task ARevokedRule_TellsNothingMore_AndIsReleasedAnewByTheWholeWay()
    {
        await using var world = await RelayWorld.StartAsync();
        await world.ReleaseRuleAsync();
        var device = await world.SubscribeAsync(RelayWorld.Riverside);
        await world.RevokeAsync(world.Author, RelayWorld.Kanda);

        await world.FloodAsync(4);
        await world.QuietAsync();
        Assert.Equal(0, device.Received);

        await world.ReleaseRuleAsync();
        await world.FloodAsync(5);
        Assert.Equal("【訓練】気象庁発表 レベル5氾濫特別警報（神田川）", (await RelayWorld.NextAsync(device)).Title);
    }

    [Theory]
    [InlineData("relays/kanda-river.json", "\"atLeast\": \"level-3\"", "\"atLeast\": \"level-2\"")]
    [InlineData("messages/en/relays.json", "for {place}. What the City itself", "for {place} now. What the City itself")]
    [InlineData("zones/kanda-river.json", "    { \"code\": \"13101001003\", \"name\": \"飯田橋三丁目\" },\n", "")]
    public async Task AChangedFile_IsAVersionThatNobodyReleased(string file, string old, string replacement)
    {
        using var pack = new ConfigCopy();
        using var data = new TemporaryFolder();
        await using (var world = await RelayWorld.StartAsync(pack: pack.Path, data: data.Path))
        {
            await world.ReleaseRuleAsync();
        }

        pack.Replace(file, old, replacement);
        await using (var after = await RelayWorld.StartAsync(pack: pack.Path, data: data.Path))
        {
            await NothingUntilReleasedAnewAsync(after);
        }

        await TestDatabase.DropAsync(data.Path);
    }

    private static async Task NothingUntilReleasedAnewAsync(RelayWorld after)
    {
        var device = await after.SubscribeAsync("*");
        await after.FloodAsync(4);

        await after.QuietAsync();
        Assert.Equal(0, device.Received);
        Assert.Contains("設定ファイルが変わったため", (await after.RuleAsync(after.Author, RelayWorld.Kanda)).Text, StringComparison.Ordinal);

        await after.ReleaseRuleAsync();
        Assert.Equal(["relays.rule-replaced", "relays.rule-released"], (await after.KindsAsync()).TakeLast(2));
        await after.FloodAsync(5);
        await RelayWorld.NextAsync(device);
    }

    /// <summary>A version that was on its way when the file changed is shown, tells nothing, and stands in nobody's way.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AFileThatChangesOnTheWay_IsSubmittedAnew_AndGivesUpTheVersionBefore(bool isDecided)
    {
        using var pack = new ConfigCopy();
        using var data = new TemporaryFolder();
        await LeaveOnItsWayAsync(pack, data.Path, isDecided);

        await using (var after = await RelayWorld.StartAsync(pack: pack.Path, data: data.Path))
        {
            var rule = await after.RuleAsync(after.Author, RelayWorld.Kanda);
            Assert.Contains("もう発効させられません", rule.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(rule.Actions, action => action.EndsWith("handler=Decide", StringComparison.Ordinal) || action.EndsWith("handler=Release", StringComparison.Ordinal));

            await after.ReleaseRuleAsync();

            Assert.Equal(
                ["relays.rule-submitted", .. isDecided ? ["relays.rule-decided"] : Array.Empty<string>(), "relays.rule-revoked", "relays.rule-submitted", "relays.rule-decided", "relays.rule-released"],
                await after.KindsAsync());
            Assert.Contains((await after.EntriesAsync()), entry => entry.GetProperty("summary").GetString()!.Contains("理由: 内容が変わったため", StringComparison.Ordinal));
            Assert.DoesNotContain("もう発効させられません", (await after.RuleAsync(after.Author, RelayWorld.Kanda)).Text, StringComparison.Ordinal);
        }

        await TestDatabase.DropAsync(data.Path);
    }

    [Fact]
    public async Task AVersionOfAFileThatIsNoMore_IsNotReleased_AndIsRevokedOnThePage()
    {
        using var pack = new ConfigCopy();
        using var data = new TemporaryFolder();
        await LeaveOnItsWayAsync(pack, data.Path, isDecided: true);

        await using (var after = await RelayWorld.StartAsync(pack: pack.Path, data: data.Path))
        {
            var fields = (await after.RuleAsync(after.Releaser, RelayWorld.Kanda)).Form("handler=Revoke").Fields;
            var refused = await after.Releaser.PostAsync("/hq/relays?handler=Release", new(fields) { ["looked"] = "true" });
            Assert.Contains("relays.content-changed", refused.Text, StringComparison.Ordinal);

            await after.RevokeAsync(after.Author, RelayWorld.Kanda);

            Assert.Equal(["relays.rule-submitted", "relays.rule-decided", "relays.rule-revoked"], await after.KindsAsync());
            Assert.DoesNotContain("もう発効させられません", (await after.RuleAsync(after.Author, RelayWorld.Kanda)).Text, StringComparison.Ordinal);
        }

        await TestDatabase.DropAsync(data.Path);
    }

    /// <summary>A version on its way, and then another sentence in the file.</summary>
    private static async Task LeaveOnItsWayAsync(ConfigCopy pack, string data, bool isDecided)
    {
        await using (var world = await RelayWorld.StartAsync(pack: pack.Path, data: data))
        {
            await world.SubmitAsync(world.Author, RelayWorld.Kanda);
            if (isDecided)
            {
                await world.DecideAsync(world.Author, RelayWorld.Kanda);
            }
        }

        pack.Replace("messages/en/relays.json", "for {place}. What the City itself", "for {place} now. What the City itself");
    }

    [Fact]
    public async Task WithoutRules_NothingIsRelayed_AndThePageSaysSo()
    {
        await using var hub = await RunningHub.StartAsync(pack: Repository.Akita);
        using var viewer = await Seat.TakeAsync(hub, "Viewer");

        Assert.Contains("伝達の定めはありません", (await viewer.GetAsync("/hq/relays")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AViewer_SeesTheRules_AndTakesNoStep()
    {
        await using var world = await RelayWorld.StartAsync();
        using var viewer = await Seat.TakeAsync(world.Hub, "Viewer");

        var rule = await world.RuleAsync(viewer, RelayWorld.Kanda);

        Assert.Empty(rule.Actions);
    }
}
