using System.Text.Json;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>What others rely on in the lines of <c>hub read --json</c>, member by member, for every collected telegram.</summary>
public sealed class ContractOfReadTests
{
    private static readonly string[] Intensities = ["0", "1", "2", "3", "4", "5-", "5-?", "5+", "6-", "6+", "7"];
    private static readonly string[] Grades = ["MajorWarning", "Warning", "Watch", "Forecast", "None"];

    [Fact]
    public void EveryCollectedTelegram_KeepsTheContract()
    {
        var checkedTypes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in IndexRow.All)
        {
            using var output = new MemoryStream();
            Assert.True(TelegramJson.Write(row["file"], SharedData.Bytes(Path.Combine("jma", row["file"])), output), row["file"]);
            using var line = JsonDocument.Parse(output.ToArray());
            var type = line.RootElement.GetProperty("type").GetString() ?? string.Empty;
            var facts = line.RootElement.GetProperty("facts");
            Action<string, JsonElement>? check = type switch
            {
                _ when type.StartsWith("VPWW5", StringComparison.Ordinal) || type.StartsWith("VPHW", StringComparison.Ordinal) || type is "VXKO" or "VXWW50" => Warning,
                "VXSE51" or "VXSE52" or "VXSE53" or "VXSE61" or "VXSE62" => Earthquake,
                _ when type.StartsWith("VTSE", StringComparison.Ordinal) => Tsunami,
                _ => null,
            };
            if (check is not null)
            {
                check(row["file"], facts);
                checkedTypes[type] = checkedTypes.GetValueOrDefault(type) + 1;
            }
        }

        Assert.True(checkedTypes.Count >= 19, string.Join(' ', checkedTypes));
    }

    private static void Warning(string file, JsonElement facts) => Assert.All(facts.GetProperty("items").EnumerateArray(), item =>
    {
        HasExactly(file, item, "phenomenon", "level", "kind", "kindCode", "status", "areaCode", "areaName", "codeType");
        Assert.Contains(item.GetProperty("phenomenon").GetString()!, PhenomenonNames.All.Keys);
        Assert.True(item.GetProperty("level") is { ValueKind: JsonValueKind.Null } or { ValueKind: JsonValueKind.Number } && (item.GetProperty("level") is not { ValueKind: JsonValueKind.Number } level || level.GetInt32() is >= 2 and <= 5), file);
        Assert.NotEmpty(item.GetProperty("areaCode").GetString()!);
    });

    private static void Earthquake(string file, JsonElement facts)
    {
        if (facts.GetProperty("hypocenter") is { ValueKind: JsonValueKind.Object } hypocenter)
        {
            HasExactly(file, hypocenter, "name", "latitude", "longitude", "depthKilometers", "magnitude");
        }

        IsIntensityOrNull(facts.GetProperty("maxIntensity"));
        Assert.All(facts.GetProperty("observations").EnumerateArray(), observation =>
        {
            HasAtLeast(file, observation, "prefecture", "name", "code", "intensity", "isArea");
            IsIntensityOrNull(observation.GetProperty("intensity"));
        });
    }

    private static void Tsunami(string file, JsonElement facts) => Assert.All(facts.GetProperty("areas").EnumerateArray(), area =>
    {
        HasExactly(file, area, "code", "name", "grade");
        Assert.Contains(area.GetProperty("grade").GetString(), Grades);
    });

    private static void IsIntensityOrNull(JsonElement intensity) => Assert.True(intensity.ValueKind == JsonValueKind.Null || Intensities.Contains(intensity.GetString()), intensity.GetRawText());

    private static void HasExactly(string file, JsonElement item, params string[] names) =>
        Assert.Equal((file, string.Join(' ', names)), (file, string.Join(' ', item.EnumerateObject().Select(member => member.Name))));

    private static void HasAtLeast(string file, JsonElement item, params string[] names) =>
        Assert.Equal((file, string.Join(' ', names)), (file, string.Join(' ', item.EnumerateObject().Select(member => member.Name).Take(names.Length))));
}
