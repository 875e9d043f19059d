using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chiyoda.Bousai.Hub.Pages.Hq;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Hub.Tests.Access;

/// <summary>What lies in a hub on a busy night: an order in force, a proposal that waits for its release, a draft. Every route with an id gets one of these.</summary>
internal sealed partial class ThingsToChange
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private string _order = string.Empty;
    private string _decision = string.Empty;
    private string _telegram = string.Empty;
    private string _suggestion = string.Empty;
    private string _task = string.Empty;
    private string _call = string.Empty;
    private readonly string _notice = Guid.NewGuid().ToString();
    private JsonElement _decided;
    private JsonElement _draft;

    public static async Task<ThingsToChange> MakeAsync(RunningHub hub, Desks desks)
    {
        var things = new ThingsToChange();
        things._telegram = (await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, things._now.AddMinutes(-10)))).TelegramId.ToString();
        var released = await desks.IssueDraftAsync(things._now);
        (things._order, things._decision) = (released.GetProperty("orderId").GetString()!, released.GetProperty("decisionId").GetString()!);
        var calls = await Answers.OkAsync(desks.Author.Http.PostAsJsonAsync("/api/v1/facilities/calls", new { orderId = things._order }));
        things._call = calls.GetProperty("items")[0].GetProperty("id").GetString()!;
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 5, things._now.AddMinutes(-5), 2));
        await Answers.OkAsync(desks.Author.SubmitAsync(await desks.Author.ProposalAsync()));
        await Answers.OkAsync(desks.Author.DecideAsync(await desks.Author.ProposalAsync("submitted"), things._now));
        things._decided = await desks.Author.ProposalAsync("decided");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Arakawa, 4, things._now.AddMinutes(-1)));
        things._draft = (await desks.Author.ProposalsAsync())[0];
        things._suggestion = (await desks.Author.GetAsync("/api/v1/incidents")).GetProperty("suggestions")[0].GetProperty("id").GetString()!;
        things._task = (await desks.Author.GetAsync("/api/v1/tasks")).GetProperty("open")[0].GetProperty("id").GetString()!;

        await Answers.OkAsync(desks.Author.Http.PutAsJsonAsync($"/api/v1/notices/{things._notice}", things.Notice));

        // What the release set in motion writes its last entry when every channel is done.
        await Eventually.TrueAsync(
            async () => (await desks.Author.GetAsync($"/api/v1/dispatches/{things._order}")).GetProperty("items").EnumerateArray().All(item => item.GetProperty("state").GetString() == "done"),
            "the order has been told");
        return things;
    }

    /// <summary>The address of a call, with an id of something that is there.</summary>
    public string PathOf(MappedCall call) => Parameter().Replace(call.Route, match => match.Value switch
    {
        _ when call.Route.StartsWith("/api/v1/subscriptions/", StringComparison.Ordinal) => Guid.NewGuid().ToString(),
        _ when call.Route.Contains("/telegrams/", StringComparison.Ordinal) => _telegram,
        _ when call.Route.StartsWith("/api/v1/call-outs/", StringComparison.Ordinal) => Guid.NewGuid().ToString(),
        _ when call.Route.Contains("/suggestions/", StringComparison.Ordinal) => _suggestion,
        _ when call.Route.StartsWith("/api/v1/incidents/", StringComparison.Ordinal) => Guid.NewGuid().ToString(),
        _ when call.Route.StartsWith("/api/v1/tasks/", StringComparison.Ordinal) => _task,
        _ when call.Route.Contains("/facilities/calls/", StringComparison.Ordinal) => _call,
        _ when call.Route.Contains("/notices/", StringComparison.Ordinal) => _notice,
        _ when call.Route.Contains("/orders/", StringComparison.Ordinal) => _order,
        _ when call.Route.Contains("/proposals/", StringComparison.Ordinal) => ProposalFor(call).GetProperty("id").GetString()!,
        "{decisionid:guid}" => _decision,
        "{orderid:guid}" => _order,
        _ => "none",
    });

    /// <summary>What the right person would send.</summary>
    public (IReadOnlyDictionary<string, string>? Form, string Json) BodyFor(MappedCall call)
    {
        var isNotice = call.Route.Contains("/notices/", StringComparison.Ordinal);
        var version = isNotice || call.Route.Contains("/orders/", StringComparison.Ordinal) ? 1 : StaffClient.VersionOf(ProposalFor(call));
        var fields = new Dictionary<string, string>
        {
            ["version"] = version.ToString(CultureInfo.InvariantCulture),
            ["reason"] = "試験",
            ["level"] = "5",
            ["areas"] = AreasReadback.ValueOf([.. _decided.GetProperty("areas").EnumerateArray().Select(area => area.GetString()!)]),
            ["looked"] = "true",
            ["decision"] = _decision,
            ["act"] = "Void",
            ["call"] = _call,
            ["state"] = "Reached",
        };
        object body = ActOf(call) switch
        {
            "correct" or "revise" when isNotice => new { version, reason = "試験", content = Notice },
            "decide" => new { version, by = "mayor", means = "telephone", at = _now },
            "submit" or "release" => new { version },
            "return" or "reject" or "discard" or "lift" or "lower" or "update" or "correct" or "void" => new { version, reason = "試験" },
            "attempts" => new { version, by = "mayor", means = "telephone", at = _now, result = "応答なし" },
            "transcribed" => new { version, transcript = "tokyo" },
            "unreachable" => new { version, by = "mayor", basis = "試験" },
            "revise" => new { version, content = new { hazard = "fire", action = "leaveNow", areas = Array.Empty<string>(), reason = "試験" } },
            "note" => new { version = 1, state = "reached" },
            "dismiss" => new { version = 1, reason = "試験" },
            "take" or "finish" => new { version = 1 },
            "drop" => new { version = 1, reason = "試験" },
            "incidents" => new { name = "試験", beganAt = _now, posture = "first", by = "mayor", at = _now, reason = "試験" },
            "change" or "close" => new { version = 1, name = "試験", posture = "first", by = "mayor", at = _now, reason = "試験" },
            "calls" => new { proposalId = _draft.GetProperty("id").GetString() },
            "proposals" => new { hazard = "fire", action = "leaveNow", areas = Array.Empty<string>(), reason = "試験" },
            _ => new { },
        };
        return (call.IsForm ? fields : null, JsonSerializer.Serialize(body));
    }

    private object Notice => new { template = "stay-where-you-are", areas = new[] { "*" }, validUntil = _now.AddHours(2) };

    private JsonElement ProposalFor(MappedCall call) => ActOf(call) is "release" or "return" or "reject" ? _decided : _draft;

    private static string ActOf(MappedCall call) => call.Route.Split('/', '=')[^1];

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
