using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Backups;

/// <summary>The size of a city: rows go through, they do not pile up.</summary>
public sealed class AHundredThousandSubscriptionsTests
{
    private const int Count = 100_000;

    /// <summary>A process that needs more ends with «out of memory». The rows alone are more than that as text.</summary>
    private const string HeapLimit = "0x3000000";

    [Fact]
    public async Task AreBackedUpAndRestored_InFortyEightMegabytesOfHeap()
    {
        using var folder = new TemporaryFolder();
        var (data, copy, file) = (folder.PathOf("hub"), folder.PathOf("copy"), folder.PathOf("backup.zip"));
        Directory.CreateDirectory(data);
        await using (await RunningHub.StartAsync(data))
        {
        }

        Assert.Equal(Count, await TestDatabase.ExecuteAsync(data, Insertion()));
        var small = new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = HeapLimit };

        await Backup.MakeAsync(data, file, small);
        await Backup.RestoredAsync(file, copy, small);

        Assert.Equal([Count], await TestDatabase.ReadAsync<long>(copy, "SELECT count(*) FROM subscriptions"));
        Assert.Equal([Count], await TestDatabase.ReadAsync<long>(copy, "SELECT max(Key) FROM subscriptions"));
        await using var hub = await RunningHub.StartAsync(copy);
    }

    private static string Insertion()
    {
        var (id, hash, now) = TestDatabase.IsPostgres
            ? ("gen_random_uuid()", "sha256(i::text::bytea)", "now()")
            : ("printf('%08X-0000-4000-8000-%012X', i, i)", "randomblob(32)", $"{TimeProvider.System.GetUtcNow().UtcTicks}");
        var endpoint = $"'https://push.example.net/{new string('x', 300)}/' || i";
        return $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Count})
            INSERT INTO subscriptions (Id, Endpoint, EndpointHash, "P256dh", Auth, Places, Language, Orders, Relays, Notices, UpdatedAt)
            SELECT {id}, {endpoint}, {hash}, '{new string('p', 87)}', '{new string('a', 22)}', '[]', 'ja', '[3,4,5]', '[]', '[]', {now} FROM n
            """;
    }
}
