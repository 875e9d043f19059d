using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Architecture;

/// <summary>Capabilities know each other in one direction: whoever publishes facts never names whoever hears them.</summary>
[RunsOnce]
public sealed class CapabilityEdgesTests
{
    /// <summary>Capability, and what it may never name because it comes later.</summary>
    private static readonly Dictionary<string, string[]> Later = new()
    {
        ["Areas"] = ["Feeds", "Warnings", "Evacuation", "Dissemination", "Chronology", "Portal", "Subscriptions"],
        ["Access"] = ["Feeds", "Warnings", "Evacuation", "Dissemination", "Chronology", "Portal", "Subscriptions"],
        ["Feeds"] = ["Warnings", "Evacuation", "Dissemination", "Chronology", "Portal", "Subscriptions", "Backtests"],
        ["Warnings"] = ["Evacuation", "Dissemination", "Chronology", "Portal", "Subscriptions", "Backtests"],
        ["Evacuation"] = ["Notices", "Dissemination", "Chronology", "Portal", "Backtests"],
        ["Notices"] = ["Dissemination", "Chronology", "Portal", "Backtests"],
        ["Dissemination"] = ["Chronology", "Portal", "Backtests"],
        ["Chronology"] = ["Portal", "Backtests"],
    };

    /// <summary>
    /// The steps that one commit holds together call each other directly: what a telegram states, what is in force by it and what is
    /// proposed for it are saved together or not at all. And the fact of an order or a notice carries the release, the only thing that leaves the house.
    /// </summary>
    private static readonly string[] InOneCommit =
    [
        "Evacuation.OrderCorrected names Dissemination.OrderRelease",
        "Evacuation.OrderFact names Dissemination.OrderRelease",
        "Evacuation.OrderIssued names Dissemination.OrderRelease",
        "Evacuation.OrderLifted names Dissemination.OrderRelease",
        "Evacuation.OrderLowered names Dissemination.OrderRelease",
        "Evacuation.OrderUpdated names Dissemination.OrderRelease",
        "Evacuation.OrderVoided names Dissemination.OrderRelease",
        "Evacuation.ProposalDesk names Dissemination.OrderRelease",
        "Feeds.Polling.GaugePoller names Warnings.GaugeDesk",
        "Feeds.TelegramInbox names Warnings.WarningDesk",
        "Notices.NoticeCorrected names Dissemination.NoticeRelease",
        "Notices.NoticeFact names Dissemination.NoticeRelease",
        "Notices.NoticePublished names Dissemination.NoticeRelease",
        "Notices.NoticeWithdrawn names Dissemination.NoticeRelease",
        "Warnings.GaugeDesk names Evacuation.ProposalMaker",
        "Warnings.GaugeDesk names Evacuation.ReleaseTurn",
        "Warnings.WarningDesk names Evacuation.EvacuationLog",
        "Warnings.WarningDesk names Evacuation.ProposalMaker",
        "Warnings.WarningDesk names Evacuation.ReleaseTurn",
    ];

    public static TheoryData<string> Assemblies => ["Domain", "Hub"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Capability_NamesNoneThatComesLater(string name)
    {
        var (assembly, prefix) = name == "Domain"
            ? (typeof(Fact).Assembly, "Chiyoda.Bousai.Domain.")
            : (typeof(Bousai.Hub.Hosting.HubHost).Assembly, "Chiyoda.Bousai.Hub.Features.");
        var types = assembly.GetTypes().Where(type => Later.ContainsKey(CapabilityOf(type, prefix))).ToList();
        Assert.True(types.Count > 30, $"only {types.Count} types were found");

        var wrong = types.SelectMany(type => Named.By(type)
                .Where(other => Later[CapabilityOf(type, prefix)].Contains(CapabilityOf(other, prefix)))
                .Select(other => $"{Outer(type).FullName![prefix.Length..]} names {Outer(other).FullName![prefix.Length..]}"))
            .Except(InOneCommit).Order(StringComparer.Ordinal).ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>The public face reads: it names no use case that changes something, and commits nothing.</summary>
    [Fact]
    public void Portal_OnlyReads()
    {
        var types = typeof(Bousai.Hub.Hosting.HubHost).Assembly.GetTypes()
            .Where(type => CapabilityOf(type, "Chiyoda.Bousai.Hub.Features.") == "Portal").ToList();
        Assert.True(types.Count > 30, $"only {types.Count} types were found");

        string[] changes = [nameof(BousaiDbContext.CommitAsync), "SaveChangesAsync", "SaveChanges", "ExecuteUpdateAsync", "ExecuteDeleteAsync", "WorkOutAsync", "KeepForLater"];
        Assert.DoesNotContain(types.SelectMany(Named.Calls), method => changes.Contains(method.Name));
        Assert.DoesNotContain(types.SelectMany(Named.By), type => type.Name is "ProposalDesk" or "ProposalMaker" or "TelegramInbox");
    }

    private static Type Outer(Type type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static string CapabilityOf(Type type, string prefix) =>
        type.Namespace is { } space && space.StartsWith(prefix, StringComparison.Ordinal) ? space[prefix.Length..].Split('.')[0] : string.Empty;
}
