using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>What clients in the field read, as it really goes out, against committed files: a member that is renamed, removed or new is a decision, not an accident.</summary>
public sealed class PayloadsOnTheWireTests(Evening evening) : IClassFixture<Evening>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Chiyoda.Bousai.Hub.Tests/Contracts/Payloads");

    public static TheoryData<string> Committed =>
        [.. new DirectoryInfo(Folder) is { Exists: true } folder ? folder.EnumerateFiles("*.json").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal) : Enumerable.Empty<string>()];

    [Theory]
    [MemberData(nameof(Committed))]
    public void Payload_IsTheCommittedOne(string name)
    {
        Assert.True(evening.Wire.Payloads.ContainsKey(name), $"Nothing of this name went over the wire: delete Contracts/Payloads/{name}.json if that is meant.");

        FileOf(name).MustHold(evening.Wire.Payloads[name]);
    }

    [Fact]
    public void EverythingThatWasHeard_IsKept() => Assert.Multiple(
        [.. evening.Wire.Payloads.Where(payload => !File.Exists(Path.Combine(Folder, $"{payload.Key}.json"))).Select<KeyValuePair<string, string>, Action>(
            payload => () => FileOf(payload.Key).MustHold(payload.Value))]);

    private static CommittedFile FileOf(string name) => new($"Contracts/Payloads/{name}.json");
}
