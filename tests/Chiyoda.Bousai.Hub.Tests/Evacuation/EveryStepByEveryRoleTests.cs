using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>
/// The state table as people meet it: every act × every state × every step × every role × both modes, really asked. What a state allows is the
/// table of the domain, which has tests of its own; who may take a step is written here.
/// </summary>
[RunsOnce]
public sealed class EveryStepByEveryRoleTests
{
    private static readonly string[] Recorders = [StaffRole.Recorder, StaffRole.Releaser];

    private static readonly string[] Releasers = [StaffRole.Releaser];

    private static readonly Dictionary<ProposalStep, (string Path, string[] Roles)> Steps = new()
    {
        [ProposalStep.Submit] = ("submit", Recorders),
        [ProposalStep.Decide] = ("decide", Recorders),
        [ProposalStep.Contact] = ("attempts", Recorders),
        [ProposalStep.Revise] = ("revise", Recorders),
        [ProposalStep.Discard] = ("discard", Recorders),
        [ProposalStep.Release] = ("release", Releasers),
        [ProposalStep.Return] = ("return", Releasers),
        [ProposalStep.Reject] = ("reject", Releasers),
        [ProposalStep.Withdraw] = ("withdraw", Recorders),
    };

    /// <summary>The steps that bring a new proposal into a state; what changes an order is submitted as it is asked, and never a draft.</summary>
    private static readonly Dictionary<ProposalState, ProposalStep[]> Ways = new()
    {
        [ProposalState.Draft] = [],
        [ProposalState.Submitted] = [ProposalStep.Submit],
        [ProposalState.Decided] = [ProposalStep.Submit, ProposalStep.Decide],
        [ProposalState.Returned] = [ProposalStep.Submit, ProposalStep.Return],
        [ProposalState.Rejected] = [ProposalStep.Submit, ProposalStep.Reject],
        [ProposalState.Discarded] = [ProposalStep.Discard],
        [ProposalState.Released] = [ProposalStep.Submit, ProposalStep.Decide, ProposalStep.Release],
    };

    private static readonly Dictionary<ProposalState, ProposalStep[]> WaysOfAChange = new()
    {
        [ProposalState.Submitted] = [],
        [ProposalState.Decided] = [ProposalStep.Decide],
        [ProposalState.Returned] = [ProposalStep.Return],
        [ProposalState.Rejected] = [ProposalStep.Reject],
        [ProposalState.Discarded] = [ProposalStep.Return, ProposalStep.Discard],
        [ProposalState.Released] = [ProposalStep.Decide, ProposalStep.Release],
    };

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("BOUSAI_LONG") == "1";

    /// <summary>Every act in both modes; in the short form the changes in an exercise only, since no step asks for the mode.</summary>
    public static TheoryData<Act, bool> ActsAndModes =>
        [.. from act in Enum.GetValues<Act>() from isLive in new[] { false, true } where IsLong || !isLive || act == Act.Issue select (act, isLive)];

    [Theory]
    [MemberData(nameof(ActsAndModes))]
    public async Task Step_IsTakenByWhomTheTableNames_AndByNobodyElse(Act act, bool isLive)
    {
        using var config = isLive ? new ConfigCopy().Verified() : null;
        await using var hub = await RunningHub.StartAsync(live: config);
        using var desks = await Desks.OpenAsync(hub);
        var areas = new Queue<string>(File.ReadLines(Path.Combine(Repository.Config, "areas", "areas.csv")).Skip(1).Select(row => row.Split(',')[0]));
        var asked = 0;
        var states = (act == Act.Issue ? Ways : WaysOfAChange).Keys;
        var proposals = new Dictionary<ProposalState, string>();
        foreach (var role in StaffRole.All)
        {
            using var person = await hub.SignInAsync(role);
            using (var begun = await BeginAsync(person, desks, act, areas.Dequeue()))
            {
                Assert.Equal(Recorders.Contains(role) ? act == Act.Issue ? HttpStatusCode.Created : HttpStatusCode.Accepted : HttpStatusCode.Forbidden, begun.StatusCode);
            }

            foreach (var state in states)
            {
                // What a refused step leaves as it was serves the next one.
                var proposal = proposals[state] = proposals.GetValueOrDefault(state) ?? await MakeAsync(desks, act, state, areas);
                foreach (var step in Enum.GetValues<ProposalStep>())
                {
                    asked++;
                    using var answer = await TakeAsync(person, proposal, step, desks.Author);
                    var mayTake = Steps[step].Roles.Contains(role);
                    if (!mayTake || refusalOf(state, step) is not null || !ProposalLifecycle.Next(state, step).TryGet(out var next, out _))
                    {
                        await AssertRefusedAsync(answer, mayTake ? refusalOf(state, step)! : "access.no-role", $"{role}: {step} in {state}");
                        Assert.Equal(state, await StateAsync(desks.Author, proposal));
                        continue;
                    }

                    Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{role}: {step} in {state} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                    Assert.Equal(next, await StateAsync(desks.Author, proposal));
                    proposal = proposals[state] = await MakeAsync(desks, act, state, areas);
                }
            }
        }

        Assert.Equal(StaffRole.All.Count * states.Count * Enum.GetValues<ProposalStep>().Length, asked);

        // Nobody here submitted what they are asked about, and a change is asked anew instead of being revised.
        string? refusalOf(ProposalState state, ProposalStep step) => !ProposalLifecycle.Next(state, step).TryGet(out _, out var refusal) ? refusal.Code
            : step == ProposalStep.Withdraw ? EvacuationRefusals.NotTheSubmitter.Code
            : step == ProposalStep.Revise && act != Act.Issue ? EvacuationRefusals.NotRevisable.Code : null;
    }

    /// <summary>A proposal in an area of its own, so that no order stands in the way of another.</summary>
    private static async Task<string> MakeAsync(Desks desks, Act act, ProposalState state, Queue<string> areas)
    {
        using var begun = await BeginAsync(desks.Author, desks, act, areas.Dequeue());
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        var id = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(act == Act.Issue ? "id" : "proposalId").GetString()!;
        foreach (var step in (act == Act.Issue ? Ways : WaysOfAChange)[state])
        {
            using var answer = await TakeAsync(Steps[step].Roles == Releasers ? desks.Releaser : desks.Author, id, step, desks.Author);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(state, await StateAsync(desks.Author, id));
        return id;
    }

    /// <summary>A person draws up an issue, or asks for a change of an order that was issued for it.</summary>
    private static async Task<HttpResponseMessage> BeginAsync(StaffClient person, Desks desks, Act act, string area)
    {
        if (act == Act.Issue)
        {
            return await person.DrawUpAsync(Rain(area));
        }

        using var drawn = await desks.Author.DrawUpAsync(Rain(area));
        var id = (await drawn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        foreach (var step in Ways[ProposalState.Released])
        {
            using var answer = await TakeAsync(Steps[step].Roles == Releasers ? desks.Releaser : desks.Author, id, step, desks.Author);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }

        var order = (await desks.Author.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray()
            .Single(order => order.GetProperty("state").GetString() == "issued" && order.GetProperty("areas")[0].GetString() == area);
        return await person.AskChangeAsync(order, act.ToString().ToLowerInvariant(), act switch
        {
            Act.Lower => new { level = 3 },
            Act.Correct or Act.Update => new { publicReason = "言い直し" },
            _ => null,
        });
    }

    private static async Task<HttpResponseMessage> TakeAsync(StaffClient person, string id, ProposalStep step, StaffClient reader)
    {
        var proposal = await reader.GetAsync($"/api/v1/proposals/{id}");
        var version = StaffClient.VersionOf(proposal);
        var now = TimeProvider.System.GetUtcNow();
        object body = step switch
        {
            ProposalStep.Submit or ProposalStep.Release => new { version },
            ProposalStep.Decide => new { version, by = "mayor", means = "telephone", at = now, heardBy = "当直", words = "発令する" },
            ProposalStep.Contact => new { version, by = "mayor", means = "telephone", at = now, result = "応答なし" },
            ProposalStep.Revise => new { version, content = Rain(proposal.GetProperty("areas")[0].GetString()!, "水が増えているため") },
            _ => new { version, reason = "試験" },
        };
        return await person.Http.PostAsJsonAsync($"/api/v1/proposals/{id}/{Steps[step].Path}", body);
    }

    private static object Rain(string area, string reason = "川の水位が上がったため") =>
        new { hazard = "flood", cause = Floods.Kanda, level = 4, action = "goUp", areas = new[] { area }, reason };

    private static async Task<ProposalState> StateAsync(StaffClient reader, string id) =>
        Enum.Parse<ProposalState>((await reader.GetAsync($"/api/v1/proposals/{id}")).GetProperty("state").GetString()!, ignoreCase: true);

    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string code, string what)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode is 403 or 409 or 400 && text.Contains($"\"{code}\"", StringComparison.Ordinal), $"{what}: expected {code}, got {(int)answer.StatusCode} {text}");
    }
}
