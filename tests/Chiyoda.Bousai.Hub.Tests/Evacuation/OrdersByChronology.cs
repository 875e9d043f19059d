using System.Text.Json;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Evacuation;

/// <summary>The orders as the chronology alone tells them: the last after-image of each (design §4), read without the tables of the orders.</summary>
internal static class OrdersByChronology
{
    /// <summary>Walks the entries from the first to the last, and holds the end against what the hub says is so.</summary>
    /// <remarks>On the way at most one order is in force for an area, hazard and cause, and one action for an area. An act's entries are of one
    /// transaction: what it gave up stands beside it before the next act begins.</remarks>
    public static async Task MustGiveTheSameOrdersAsync(RunningHub hub)
    {
        var entries = await TestDatabase.ReadAsync<string>(
            hub.DataDirectory, "SELECT Kind || '/' || CAST(Sequence AS TEXT) FROM chronology WHERE Kind LIKE 'evacuation.order-%' ORDER BY Sequence");
        var orders = new Dictionary<Guid, JsonElement>();
        for (var index = 0; index < entries.Count; index++)
        {
            var sequence = entries[index].Split('/')[1];
            var octets = (await TestDatabase.ReadAsync<byte[]>(hub.DataDirectory, $"SELECT Octets FROM entry_payloads WHERE Sequence = {sequence}"))[0];
            var order = JsonDocument.Parse(octets).RootElement.GetProperty("subject");
            orders[order.GetProperty("id").GetGuid()] = order;
            if (index + 1 == entries.Count || !entries[index + 1].StartsWith("evacuation.order-gave-up-areas", StringComparison.Ordinal))
            {
                MustBeLegal(orders.Values);
            }
        }

        Assert.NotEmpty(orders);
        var listed = (await hub.GetAsync("/api/v1/orders")).GetProperty("items").EnumerateArray().Select(LineOf).Order(StringComparer.Ordinal);
        Assert.Equal(listed, orders.Values.Select(order => LineOf(order, order.GetProperty("measure"))).Order(StringComparer.Ordinal));
    }

    private static void MustBeLegal(IEnumerable<JsonElement> orders)
    {
        var held = orders.Where(order => order.GetProperty("state").GetString() == "issued").Select(order => order.GetProperty("measure"))
            .SelectMany(measure => measure.GetProperty("areas").EnumerateArray().Select(area => (Area: area.GetString(), Measure: measure))).ToList();
        Assert.All(held.GroupBy(one => (one.Area, one.Measure.GetProperty("hazard").GetString(), one.Measure.GetProperty("cause").GetString())), key => Assert.Single(key));
        Assert.All(held.GroupBy(one => one.Area), area => Assert.Single(area.Select(one => one.Measure.GetProperty("action").GetString()).Distinct()));
    }

    private static string LineOf(JsonElement order) => LineOf(order, order);

    private static string LineOf(JsonElement order, JsonElement measure) => string.Join(
        ' ', order.GetProperty("id"), order.GetProperty("version"), order.GetProperty("state"), measure.GetProperty("hazard"), measure.GetProperty("cause"),
        measure.GetProperty("level"), measure.GetProperty("action"), measure.GetProperty("audience"), measure.GetProperty("reason"),
        string.Join(',', measure.GetProperty("areas").EnumerateArray().Select(area => area.GetString())));
}
