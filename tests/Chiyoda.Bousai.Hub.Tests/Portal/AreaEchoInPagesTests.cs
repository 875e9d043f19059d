using System.Text.RegularExpressions;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Portal;
using Xunit;
using static Chiyoda.Bousai.Hub.Tests.Portal.PortalSamples;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>The page carries every area of every order in force, readable by another program (design rule 11).</summary>
public partial class AreaEchoInPagesTests
{
    public static TheoryData<PortalPage, string> Pages { get; } = new(
        from page in new[] { PortalPage.Home, PortalPage.Lite }
        from language in Pack.Ward.Languages
        select (page, language));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryAreaOfEveryOrder_StandsInThePageUnderItsOrder(PortalPage page, string language)
    {
        PortalOrder[] orders =
        [
            Order(4, EvacuationAction.GoUp, Audience.Everyone, 40),
            Order(3, EvacuationAction.LeaveNow, Audience.ElderlyAndSlow, 7, number: 2),
        ];

        var html = await HtmlAsync(Alert with { Orders = orders }, page, language);

        var echoed = Echo().Matches(html)
            .Select(match => (Order: match.Groups["order"].Value, Area: match.Groups["area"].Value)).ToHashSet();
        var decided = orders.SelectMany(order => order.Areas.Select(area => (Order: order.Id.ToString(), Area: area.Code.Value))).ToHashSet();
        Assert.Equal(47, decided.Count);
        Assert.Equal(decided, echoed);
    }

    [Fact]
    public async Task NothingInForce_EchoesNothing_EvenWithOrdersThatEnded()
    {
        var html = await HtmlAsync(Calm with { Ended = [Ended] });

        Assert.Empty(Echo().Matches(html));
    }

    [GeneratedRegex("""data-order="(?<order>[0-9a-f-]{36})" data-area="(?<area>[^"]+)""")]
    private static partial Regex Echo();
}
