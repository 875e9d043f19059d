using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Notices;

/// <summary>From what a person typed to a phone and a page, by two people, with the real dispatch and a strict push service.</summary>
public sealed class WholeChainOfANoticeTests
{
    [Fact]
    public async Task ANotice_IsWritten_LookedAtByASecond_Told_Corrected_AndWithdrawn()
    {
        await using var world = await NoticeWorld.StartAsync();
        var resident = await world.SubscribeAsync(NoticeWorld.Here);
        var visitor = await world.SubscribeAsync(NoticeWorld.Elsewhere, "en");
        var deaf = await world.SubscribeAsync(NoticeWorld.Here, "ja", "none");
        var id = Guid.NewGuid();

        // A draft and a submission send nothing, and the submitter cannot release.
        var content = world.Shelter();
        var (draft, _) = await world.WriteAsync(id, content);
        Assert.Equal("draft", draft.GetProperty("state").GetString());
        var (again, _) = await world.WriteAsync(id, content);
        Assert.Equal(1, again.GetProperty("version").GetInt32());
        Assert.Equal("notices.id-taken", (await world.WriteAsync(id, world.Shelter("番町小学校"))).Code);
        await NoticeWorld.DoneAsync(world.Author, id, "submit", new { version = 1 });
        Assert.Equal("access.no-role", (await NoticeWorld.StepAsync(world.Author, id, "release", new { version = 2 })).Code);
        Assert.Equal("notices.stale-version", (await NoticeWorld.StepAsync(world.Second, id, "release", new { version = 1 })).Code);
        Assert.Empty(await world.ListAsync());

        await NoticeWorld.DoneAsync(world.Second, id, "release", new { version = 2 });

        var told = await NoticeWorld.NextAsync(resident);
        Assert.Equal("【訓練】区のお知らせ 避難所を開きました", told.Title);
        Assert.Contains("麹町小学校に避難所を開きました（15時30分）", told.Body, StringComparison.Ordinal);
        Assert.Equal($"notice:{id:D}", told.Tag);
        Assert.Equal(("notice", 1), (told.Data.GetProperty("kind").GetString(), told.Data.GetProperty("version").GetInt32()));
        Assert.False(told.Data.TryGetProperty("order", out _));
        Assert.EndsWith("/notices", told.Notification.GetProperty("navigate").GetString(), StringComparison.Ordinal);
        var listed = Assert.Single(await world.ListAsync());
        Assert.Equal(("current", 1), (listed.GetProperty("state").GetString(), listed.GetProperty("version").GetInt32()));
        await world.ShowsAsync("/notices", "麹町小学校に避難所を開きました");
        await world.ShowsAsync("/en/notices", "Kojimachi Elementary School");
        Assert.Contains("避難所を開きました", await world.PageAsync("/"), StringComparison.Ordinal);
        Assert.Contains("麹町小学校に避難所を開きました", await world.PageAsync("/lite"), StringComparison.Ordinal);
        Assert.Equal(1, JsonDocument.Parse(await world.PageAsync("/status.json")).RootElement.GetProperty("notices").GetInt32());

        // The right place is another one: who got the wrong text hears first, then those whom the right one concerns.
        await NoticeWorld.DoneAsync(world.Author, id, "correct", new { version = 1, reason = "場所の誤り", content = world.Shelter("番町小学校", [NoticeWorld.Elsewhere]) });
        Assert.Equal("notices.change-already-asked", (await NoticeWorld.StepAsync(world.Author, id, "withdraw", new { version = 1, reason = "誤り" })).Code);
        await NoticeWorld.DoneAsync(world.Second, id, "release", new { version = 1 });
        var corrected = await NoticeWorld.NextAsync(resident);
        Assert.Equal("【訓練】区のお知らせ【訂正】避難所を開きました", corrected.Title);
        Assert.Contains("番町小学校", corrected.Body, StringComparison.Ordinal);
        Assert.Equal(told.Tag, corrected.Tag);
        Assert.StartsWith("【訓練】City notice, corrected:", (await NoticeWorld.NextAsync(visitor)).Title, StringComparison.Ordinal);
        await world.ShowsAsync("/notices", "場所の誤り");

        await NoticeWorld.DoneAsync(world.Author, id, "withdraw", new { version = 2, reason = "開設の見合わせ" });
        await NoticeWorld.DoneAsync(world.Second, id, "release", new { version = 1 });
        Assert.Contains("取り下げました", (await NoticeWorld.NextAsync(resident)).Body, StringComparison.Ordinal);
        Assert.StartsWith("【訓練】City notice, withdrawn:", (await NoticeWorld.NextAsync(visitor)).Title, StringComparison.Ordinal);
        await world.ShowsAsync("/notices", "取り下げました");
        Assert.Equal("withdrawn", Assert.Single(await world.ListAsync()).GetProperty("state").GetString());
        Assert.Equal("notices.ended", (await NoticeWorld.StepAsync(world.Author, id, "withdraw", new { version = 3, reason = "誤り" })).Code);

        await world.QuietAsync();
        Assert.Equal(0, deaf.Received);
        Assert.Empty(await TestDatabase.ReadAsync<string>(world.Hub.DataDirectory, "SELECT HoldReason FROM dissemination_dispatches WHERE State = 'Held'"));
        Assert.Equal(
            ["notices.drafted", "notices.submitted", "notices.published", "notices.submitted", "notices.corrected", "notices.submitted", "notices.withdrawn"],
            await world.KindsAsync());
    }

    [Fact]
    public async Task WhatCouldBeASlip_IsAskedAgain_AndNeitherDraftsNorTheEndOfTimeNorDroppingSendAnything()
    {
        await using var world = await NoticeWorld.StartAsync();
        var device = await world.SubscribeAsync(NoticeWorld.Here);
        var first = await world.PublishAsync(world.Shelter(areas: ["*"], hours: 1));
        await NoticeWorld.NextAsync(device);

        // The same once more, ward-wide: both are asked.
        var second = Guid.NewGuid();
        await world.WriteAsync(second, world.Shelter(areas: ["*"], hours: 30));
        await NoticeWorld.DoneAsync(world.Author, second, "submit", new { version = 1 });
        Assert.Equal("notices.whole-ward", (await NoticeWorld.StepAsync(world.Second, second, "release", new { version = 2 })).Code);
        Assert.Equal("notices.duplicate-send", (await NoticeWorld.StepAsync(world.Second, second, "release", new { version = 2, confirm = new[] { "wholeWard" } })).Code);

        // Words of an order stay out; what the second person returns can be put right; what is dropped is gone.
        Assert.Equal("notices.order-words", (await world.WriteAsync(Guid.NewGuid(), world.Shelter("避難指示の出た学校"))).Code);
        await NoticeWorld.DoneAsync(world.Second, second, "return", new { version = 2, reason = "期限が長い" });
        await NoticeWorld.DoneAsync(world.Author, second, "revise", new { version = 3, content = world.Shelter(hours: 5) });
        await NoticeWorld.DoneAsync(world.Author, second, "discard", new { version = 4, reason = "不要になった" });
        Assert.Equal("notices.closed", (await NoticeWorld.StepAsync(world.Author, second, "submit", new { version = 5 })).Code);

        // Its time is over: the list says so, the page leaves it out of what is current.
        var forgotten = Guid.NewGuid();
        await world.WriteAsync(forgotten, world.Shelter("富士見小学校", hours: 48));
        world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("expired", Assert.Single(await world.ListAsync()).GetProperty("state").GetString());

        // A draft that nobody touched for a day is discarded by the hub.
        world.Clock.Advance(TimeSpan.FromHours(23));
        await Eventually.TrueAsync(async () => (await world.KindsAsync()).Count(kind => kind == "notices.discarded") == 2, "the draft is discarded");
        using var author = await world.Hub.SignInAsync("Recorder");
        Assert.Equal("notices.closed", (await NoticeWorld.StepAsync(author, forgotten, "submit", new { version = 2 })).Code);
        await world.QuietAsync();
        Assert.Equal(1, device.Received);
        Assert.DoesNotContain(await world.ListAsync(), item => item.GetProperty("id").GetGuid() != first);
    }
}
