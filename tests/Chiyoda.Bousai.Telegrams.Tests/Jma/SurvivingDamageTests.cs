using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Telegrams.Tests.Jma;

/// <summary>Whatever the bytes, the answer is a telegram or a refusal, soon; what was read can be judged and written.</summary>
public sealed class SurvivingDamageTests
{
    private const int Seed = 20260801;

    private static readonly int MutationsOfEach = Environment.GetEnvironmentVariable("BOUSAI_LONG") == "1" ? 10_000 : 60;

    private static readonly string[] Families =
    [
        "real_2026/vxko_flood_lv2.xml",
        "real_2026/vpww58_wind_advisory.xml",
        "real_2026/vxww50_landslide-alert.xml",
        "real_2026/vpbs50_record-rain_skip.xml",
        "official_samples_2026/16_12_01_260312_VXKOii.xml",
        "official_samples/15_16_02_250630_VPWW57.xml",
        "official_samples/19_05_01_140425_VPHW51.xml",
        "official_samples/32-35_07_05_100915_VXSE51.xml",
        "official_samples/32-39_11_11_250206_VTSE41.xml",
        "official_samples/32-39_12_05_250206_VTSE52.xml",
        "official_samples/15_11_02_150916_VPWW54.xml",
        "official_samples/81_01_01_250630_VPWP50.xml",
        "official_samples/10_03_01_171016_VPTW60.xml",
        "official_samples/91_01_01_241031_VXSUii.xml",
        "official_samples/37_01_01_240613_VXSE43.xml",
        "official_samples/32-35_03_01_100514_VXSE60.xml",
        "official_samples/78_01_01_240613_VXSE62.xml",
        "official_samples/74_01_01_200512_VYSE50.xml",
        "official_samples/45_01_01_200522_VFVO50.xml",
        "official_samples/66_01_02_210514_VFVO54.xml",
    ];

    [Fact]
    public void TelegramCutAtEvery500thByte_IsRefused()
    {
        foreach (var file in Families)
        {
            var bytes = SharedData.Bytes(Path.Combine("jma", file));
            for (var length = 500; length < Math.Min(bytes.Length - 1, 30_000); length += 500)
            {
                Assert.Equal("telegrams.not-xml", Telegrams.RefusalOf(bytes[..length]));
            }
        }
    }

    [Fact]
    public void MutationsOfEveryFamily_NeverThrowAndNeverHang()
    {
        var random = new Random(Seed);
        var read = 0;
        foreach (var file in Families)
        {
            var original = SharedData.Bytes(Path.Combine("jma", file));
            for (var i = 0; i < MutationsOfEach; i++)
            {
                var mutant = Mutate(original, random);
                read += Promptly.Do($"{file}, mutation {i} of seed {Seed}", () => Use(mutant)) ? 1 : 0;
            }
        }

        Assert.True(read > 50, $"Only {read} mutants could be read, so little but the refusals was tried.");
    }

    private static bool Use(byte[] mutant)
    {
        using var json = new MemoryStream();
        TelegramJson.Write("mutant", mutant, json);
        if (!JmaTelegramReader.Read(mutant).TryGet(out var telegram, out _))
        {
            return false;
        }

        TelegramStatements.From(telegram, Guid.NewGuid(), Telegrams.ReceivedAt, Wards.Chiyoda);
        return true;
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var change = random.Next(1, 4); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 400), bytes.Count - at)));
                    break;
                case 3:
                    RemoveElement(bytes, at);
                    break;
                default:
                    ReplaceDigit(bytes, at, random);
                    break;
            }
        }

        return [.. bytes];
    }

    // Keeps the document well-formed more often than not, so that the families see odd content.
    private static void ReplaceDigit(List<byte> bytes, int at, Random random)
    {
        var digit = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
        {
            bytes[digit] = (byte)"0123456789x-"[random.Next(12)];
        }
    }

    private static void RemoveElement(List<byte> bytes, int at)
    {
        var open = bytes.FindIndex(at, b => b == '<');
        var end = open < 0 ? -1 : bytes.FindIndex(open, b => b == '\n');
        if (end > open)
        {
            bytes.RemoveRange(open, end - open);
        }
    }
}
