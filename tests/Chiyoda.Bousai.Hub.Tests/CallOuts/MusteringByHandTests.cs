using System.Net;
using System.Net.Http.Json;
using Chiyoda.Bousai.Hub.Tests.Hq;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.CallOuts;

/// <summary>Headquarters is set up by people, and its staff are mustered by a person: once for each posture, with totals where everybody looks.</summary>
public sealed class MusteringByHandTests
{
    [Fact]
    public async Task ThePostureThatIsSetUp_IsMusteredOnce_AndTheOverviewCountsWhoComes()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var staff = await world.Hub.SignInAsync("Recorder");
        using var seat = await Seat.TakeAsync(world.Hub, "Recorder");
        using var viewer = await Seat.TakeAsync(world.Hub, "Viewer");
        Assert.DoesNotContain((await seat.GetAsync("/hq/incidents")).Actions, action => action.EndsWith("handler=Muster", StringComparison.Ordinal));
        Assert.DoesNotContain("参集の状況", (await viewer.GetAsync("/hq")).Text, StringComparison.Ordinal);
        var now = world.Clock.GetUtcNow();
        var opened = await staff.Http.PostAsJsonAsync(
            "/api/v1/incidents", new { name = "台風に伴う大雨", beganAt = now.AddHours(-1), posture = "alert", by = "mayor", at = now, reason = "大雨のおそれ" });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

        var page = await seat.GetAsync("/hq/incidents");
        Assert.Contains("この体制で参集する職：防災当直、防災担当係長、災害対策・危機管理課長、情報班", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await viewer.GetAsync("/hq/incidents")).Actions, action => action.EndsWith("handler=Muster", StringComparison.Ordinal));
        var mustered = await seat.SendAsync(page, "handler=Muster");
        Assert.Contains("返事なし 4", mustered.Text, StringComparison.Ordinal);
        Assert.Contains("参集の指示を記録しました。連絡を送り、返事が届くと到着の見込みがここに出ます。", mustered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mustered.Actions, action => action.EndsWith("handler=Muster", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await seat.SendAsync(page, "handler=Muster")).Status);

        await world.CarriedAsync(2, "参集");
        await world.MailedAsync(1);
        var callOut = await CallOutWorld.OnlyAsync(staff);
        Assert.Equal(("manual", "answered"), (callOut.GetProperty("rule").GetString(), callOut.GetProperty("state").GetString()));
        Assert.Equal(2, world.Carrier.Calls.Count);
        var arrival = new { post = "duty-1", state = "coming", inMinutes = 20 };
        Assert.Equal(HttpStatusCode.NoContent, (await staff.Http.PostAsJsonAsync($"/api/v1/call-outs/{callOut.GetProperty("id").GetString()}/arrive", arrival)).StatusCode);
        var board = await viewer.GetAsync("/hq");
        Assert.Contains("参集の状況 警戒態勢", board.Text.Replace('　', ' '), StringComparison.Ordinal);
        Assert.Contains("到着 0 参集中 1 返事なし 3 参集できない 0", board.Text, StringComparison.Ordinal);
        Assert.Single((await seat.GetAsync("/hq/chronology")).Text.Split("職員の参集を指示: 警戒態勢（4職）").Skip(1));

        // Another posture is mustered anew; a page of the one before says that it is old.
        var incident = (await staff.GetAsync("/api/v1/incidents")).GetProperty("active");
        var changed = await staff.Http.PostAsJsonAsync(
            $"/api/v1/incidents/{incident.GetProperty("id").GetString()}/change",
            new { version = 1, name = "台風に伴う大雨", posture = "first", by = "mayor", at = world.Clock.GetUtcNow(), reason = "水位の上昇" });
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
        Assert.Contains("incidents.stale-version", (await seat.SendAsync(page, "handler=Muster")).Text, StringComparison.Ordinal);
        Assert.Contains("到着 0 参集中 1 返事なし 4 参集できない 0", (await seat.SendAsync(await seat.GetAsync("/hq/incidents"), "handler=Muster")).Text, StringComparison.Ordinal);
    }

    /// <summary>A rule musters in the night, headquarters is set up later as of then, and musters again: who said that they come still come.</summary>
    [Fact]
    public async Task WhoWasMusteredByARuleBefore_IsStillCounted()
    {
        await using var world = await CallOutWorld.StartAsync();
        using var staff = await world.Hub.SignInAsync("Recorder");
        using var seat = await Seat.TakeAsync(world.Hub, "Recorder");
        await world.WakeAsync();
        await world.CarriedAsync(1);
        var id = (await CallOutWorld.OnlyAsync(staff)).GetProperty("id").GetString();
        (await staff.Http.PostAsync(new Uri($"/api/v1/call-outs/{id}/take", UriKind.Relative), null)).EnsureSuccessStatusCode();
        var arrival = new { post = "duty-1", state = "coming", inMinutes = 20 };
        Assert.Equal(HttpStatusCode.NoContent, (await staff.Http.PostAsJsonAsync($"/api/v1/call-outs/{id}/arrive", arrival)).StatusCode);
        const string Coming = "到着 0 参集中 1 返事なし 3 参集できない 0";
        Assert.Contains(Coming, (await seat.GetAsync("/hq")).Text, StringComparison.Ordinal);

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        var now = world.Clock.GetUtcNow();
        var opened = await staff.Http.PostAsJsonAsync(
            "/api/v1/incidents", new { name = "台風に伴う大雨", beganAt = now, posture = "alert", by = "mayor", at = now, reason = "大雨のおそれ" });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.Contains(Coming, (await seat.GetAsync("/hq")).Text, StringComparison.Ordinal);
        var page = await seat.GetAsync("/hq/incidents");
        Assert.Contains(Coming, page.Text, StringComparison.Ordinal);

        Assert.Contains(Coming, (await seat.SendAsync(page, "handler=Muster")).Text, StringComparison.Ordinal);
    }
}
