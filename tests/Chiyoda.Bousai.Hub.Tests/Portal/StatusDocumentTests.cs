using System.Text.Json;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary><c>/status.json</c>, asked by every open page every half minute.</summary>
public class StatusDocumentTests
{
    [Fact]
    public void Alert_SaysModeTimeSequenceOrdersAndWhatIsKnown()
    {
        using var json = JsonDocument.Parse(StatusDocument.From(Alert).ToUtf8Json());

        var root = json.RootElement;
        Assert.Equal("exercise", root.GetProperty("mode").GetString());
        Assert.Equal("2026-09-11T14:32:00+09:00", root.GetProperty("asOf").GetString());
        Assert.Equal(57, root.GetProperty("sequence").GetInt64());
        Assert.Equal("stale", root.GetProperty("warningsState").GetString());
        Assert.Equal("2026-09-11T14:20:00+09:00", root.GetProperty("warningsSince").GetString());
        var order = Assert.Single(root.GetProperty("orders").EnumerateArray().ToArray());
        Assert.Equal(4, order.GetProperty("level").GetInt32());
        Assert.Equal("evacuationInstruction", order.GetProperty("kind").GetString());
        Assert.Equal(40, order.GetProperty("areasCount").GetInt32());
    }

    [Fact]
    public void ManyOrders_StayBelowTwoKilobytes_HighestListedAndAllCounted()
    {
        var view = Alert with
        {
            Orders = [.. Enumerable.Range(1, 30).Select(n => Order(n == 30 ? 5 : 4, EvacuationAction.GoUp, Audience.Everyone, 40, n))],
        };

        var document = StatusDocument.From(view);

        Assert.InRange(document.ToUtf8Json().Length, 100, 2048);
        Assert.Equal(30, document.OrdersInForce);
        Assert.Equal(5, document.Orders[0].Level);
    }

    [Fact]
    public void UnknownWarnings_AreNotZeroWarnings()
    {
        var document = StatusDocument.From(Calm with { WarningsKnowledge = new PortalKnowledge(KnowledgeState.Unknown, null) });

        Assert.Equal(KnowledgeState.Unknown, document.WarningsState);
        Assert.Contains("\"warningsState\":\"unknown\"", System.Text.Encoding.UTF8.GetString(document.ToUtf8Json()), StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownTsunami_IsNotNoTsunami()
    {
        var document = StatusDocument.From(Calm with { TsunamiKnowledge = new PortalKnowledge(KnowledgeState.Unknown, null) });

        Assert.Equal((KnowledgeState.Known, KnowledgeState.Unknown, 0), (document.WarningsState, document.TsunamiState, document.TsunamiRegions));
    }

    [Fact]
    public void Revision_StaysWithTime_AndIsThatOfThePage()
    {
        var later = Alert with { AsOf = AsOf.AddMinutes(5), Sequence = 99 };

        Assert.Equal(StatusDocument.From(Alert).Revision, StatusDocument.From(later).Revision);
    }

    [Fact]
    public async Task Page_CarriesTheRevisionOfTheStatus()
    {
        Assert.Contains($"data-revision=\"{StatusDocument.From(Alert).Revision}\"", await HtmlAsync(Alert), StringComparison.Ordinal);
    }

    [Fact]
    public void Revision_ChangesWithEverythingThePagesSay()
    {
        var order = Alert.Orders[0];
        PortalView[] views =
        [
            Alert,
            Calm,
            Alert with { AsOf = AsOf.AddHours(10) },
            Alert with { WarningsKnowledge = PortalKnowledge.Known },
            Alert with { OrdersKnowledge = new PortalKnowledge(KnowledgeState.Stale, AsOf) },
            Alert with { Unknowns = [] },
            Alert with { Ended = [] },
            Alert with { Warnings = [Warning with { Level = 5 }] },
            Alert with { Orders = [order with { Version = 2 }] },
            Alert with { Orders = [order with { Areas = [.. order.Areas.Skip(1)] }] },
            Alert with { Orders = [order with { Shelters = [] }] },
            Alert with { Orders = [order with { Texts = [.. order.Texts.Select(text => text with { Headline = "別の文" })] }] },
        ];

        Assert.Equal(views.Length, views.Select(view => StatusDocument.From(view).Revision).Distinct().Count());
    }
}
