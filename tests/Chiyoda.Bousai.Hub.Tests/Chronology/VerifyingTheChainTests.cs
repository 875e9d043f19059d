using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Chronology;

/// <summary><c>hub verify</c> on a database in which somebody changed one thing behind the hub's back.</summary>
public sealed class VerifyingTheChainTests
{
    private const string Untouched = "SELECT 1";

    /// <summary>What was done to the database, as SQL, and the broken sequence that must be named; 0 = none is.</summary>
    public static TheoryData<string, string, int> Tampering => new()
    {
        { "nothing", Untouched, 0 },
        { "a payload erased", "DELETE FROM entry_payloads WHERE Sequence = 3", 0 },
        { "an octet of a payload", "UPDATE entry_payloads SET Octets = CAST(replace(CAST(Octets AS TEXT), '神田川', '神田山') AS BLOB) WHERE Sequence = 3", 3 },
        { "a salt", "UPDATE entry_payloads SET Salt = randomblob(32) WHERE Sequence = 2", 2 },
        { "a payload put in another's place", "UPDATE entry_payloads SET Octets = (SELECT Octets FROM entry_payloads WHERE Sequence = 1), Salt = (SELECT Salt FROM entry_payloads WHERE Sequence = 1) WHERE Sequence = 2", 2 },
        { "a kind", "UPDATE chronology SET Kind = 'evacuation.rejected' WHERE Sequence = 4", 4 },
        { "a microsecond", "UPDATE chronology SET OccurredAt = OccurredAt + 10 WHERE Sequence = 2", 2 },
        { "a person", "UPDATE chronology SET PersonId = '00000000-0000-0000-0000-000000000001' WHERE Sequence = 4", 4 },
        { "a role", "UPDATE chronology SET Role = 'Viewer' WHERE Sequence = 4", 4 },
        { "a visibility", "UPDATE chronology SET Visibility = 'Public' WHERE Sequence = 4", 4 },
        { "an entry in the middle deleted", "DELETE FROM chronology WHERE Sequence = 3", 3 },
        { "an entry in the middle deleted and the rest moved up", "DELETE FROM chronology WHERE Sequence = 3; UPDATE chronology SET Sequence = Sequence - 1 WHERE Sequence > 3", 3 },
        { "the first entry deleted", "DELETE FROM chronology WHERE Sequence = 1", 1 },
        { "the last entry deleted", "DELETE FROM chronology WHERE Sequence = 5", 5 },
        { "every entry deleted", "DELETE FROM chronology", 1 },
        { "a hash", "UPDATE chronology SET Hash = randomblob(32) WHERE Sequence = 2", 2 },
        { "two entries exchanged", "UPDATE chronology SET Sequence = 99 WHERE Sequence = 2; UPDATE chronology SET Sequence = 2 WHERE Sequence = 3; UPDATE chronology SET Sequence = 3 WHERE Sequence = 99", 2 },
        { "an entry added behind the end", "INSERT INTO chronology SELECT 6, Kind, IncidentId, OccurredAt, ReceivedAt, RecordedAt, PersonId, Role, Via, SubjectId, Visibility, Corrects, PayloadHash, Hash FROM chronology WHERE Sequence = 5", 6 },
        { "the head moved", "UPDATE spine_head SET Sequence = 3", 3 },
        { "the head's hash", "UPDATE spine_head SET Hash = randomblob(32)", 5 },
        { "the head deleted", "DELETE FROM spine_head", 1 },
        { "a value that cannot be", "UPDATE chronology SET Visibility = 'Everybody' WHERE Sequence = 2", 2 },
        { "an id that cannot be", "UPDATE chronology SET SubjectId = 'x' WHERE Sequence = 2", 2 },
    };

    /// <summary>What the two databases say in different words. An id that is none cannot be written into a column of PostgreSQL's.</summary>
    private static string ForPostgres(string sql) => sql
        .Replace("randomblob(32)", "sha256('other')", StringComparison.Ordinal)
        .Replace("CAST(replace(CAST(Octets AS TEXT), '神田川', '神田山') AS BLOB)", "convert_to(replace(convert_from(Octets, 'UTF8'), '神田川', '神田山'), 'UTF8')", StringComparison.Ordinal)
        .Replace("OccurredAt + 10", "OccurredAt + interval '1 microsecond'", StringComparison.Ordinal)
        .Replace("SET SubjectId = 'x'", "SET SubjectId = '00000000-0000-0000-0000-00000000000f'", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Verify_NamesTheFirstBrokenSequence_OrThatAllIsWhole(string what, string sql, int broken)
    {
        using var folder = await RecordedAsync();
        await TestDatabase.ExecuteAsync(folder.Path, TestDatabase.IsPostgres ? ForPostgres(sql) : sql);

        var verified = await HubProcess.RunAsync("verify", "--data", folder.Path, "--config", Repository.Config);

        Assert.True(verified.Error.Length == 0, $"{what}: {verified.Error}");
        if (broken == 0)
        {
            Assert.Equal(0, verified.Status);
            Assert.Matches(sql == Untouched ? @"^5 entries, head [0-9a-f]{64}\n$" : @"^5 entries, head [0-9a-f]{64} \(1 erased\)\n$", verified.Output);
        }
        else
        {
            Assert.Equal(1, verified.Status);
            Assert.StartsWith($"broken at sequence {broken}: ", verified.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Verify_WhereThereIsNoHub_SaysSoAndMakesNone()
    {
        using var folder = new TemporaryFolder();
        var nowhere = folder.PathOf("mistyped");

        var verified = await HubProcess.RunAsync("verify", "--data", nowhere, "--config", Repository.Config);

        Assert.Equal(3, verified.Status);
        Assert.Empty(verified.Output);
        Assert.Contains(TestDatabase.IsPostgres ? "PostgreSQL hub_" : nowhere, verified.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }

    [Fact]
    public async Task Verify_WhileTheHubGoesOnWriting_FindsItWhole()
    {
        await using var hub = await RunningHub.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var verifying = HubProcess.RunAsync("verify", "--data", hub.DataDirectory, "--config", Repository.Config);
        for (var i = 0; !verifying.IsCompleted; i++)
        {
            await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, (i % 2) + 2, now.AddSeconds(-i), i));
        }

        var verified = await verifying;
        Assert.True(verified.Status == 0, verified.Output + verified.Error);
    }

    /// <summary>A database with four entries, its hub ended.</summary>
    private static async Task<TemporaryFolder> RecordedAsync()
    {
        var folder = new TemporaryFolder();
        await using var hub = await RunningHub.StartAsync(folder.Path);
        using var author = await hub.SignInAsync("Recorder");
        await hub.PublishTelegramAsync(Floods.Telegram(Floods.Kanda, 4, TimeProvider.System.GetUtcNow()));
        await Answers.OkAsync(author.SubmitAsync(await author.ProposalAsync()));
        var kinds = (await author.GetAsync("/api/v1/chronology")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString());
        Assert.Equal(["feeds.telegram-received", "warnings.changed", "evacuation.proposed", "incidents.activation-suggested", "evacuation.submitted"], kinds);
        return folder;
    }
}
