using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Domain.Chronology;
using Chiyoda.Bousai.Domain.Common;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Chronology;

/// <summary>The hash of an entry, against octets put together here by another way and against fixed values computed outside this program.</summary>
public sealed class ChainingEntriesTests
{
    private static readonly byte[] PayloadHash = Convert.FromHexString("25c5f81b93e77db96ad40d2be37a3e2d218dd9fc401cfa73446ad3a47ba07ed5");

    private static readonly byte[] Previous = [.. Enumerable.Repeat((byte)0xab, 32)];

    private static readonly EntryHeader Full = new(
        Sequence: 42,
        Kind: "evacuation.order-issued",
        IncidentId: Guid.Parse("0197aa00-0000-7000-8000-0000000000aa"),
        OccurredAt: new DateTimeOffset(2026, 6, 1, 2, 14, 3, 120, TimeSpan.FromHours(9)),
        ReceivedAt: new DateTimeOffset(2026, 6, 1, 2, 14, 3, 500, 1, TimeSpan.FromHours(9)),
        RecordedAt: new DateTimeOffset(2026, 6, 1, 2, 14, 4, 0, 1, TimeSpan.FromHours(9)),
        PersonId: Guid.Parse("0197aa00-0000-7000-8000-000000000002"),
        Role: "Releaser",
        Via: "web",
        SubjectId: Guid.Parse("0197aa00-0000-7000-8000-0000000000bb"),
        Visibility: Visibility.Public,
        Corrects: 41);

    private static readonly EntryHeader Sparse = Full with
    {
        Sequence = 1,
        Kind = "feeds.telegram-received",
        IncidentId = null,
        ReceivedAt = null,
        PersonId = null,
        Role = string.Empty,
        Via = string.Empty,
        Visibility = Visibility.Staff,
        Corrects = null,
    };

    private static readonly Dictionary<string, EntryHeader> OneFieldChanged = new()
    {
        [nameof(EntryHeader.Sequence)] = Full with { Sequence = 43 },
        [nameof(EntryHeader.Kind)] = Full with { Kind = "evacuation.order-issuee" },
        [nameof(EntryHeader.IncidentId)] = Full with { IncidentId = null },
        [nameof(EntryHeader.OccurredAt)] = Full with { OccurredAt = Full.OccurredAt.AddMicroseconds(1) },
        [nameof(EntryHeader.ReceivedAt)] = Full with { ReceivedAt = null },
        [nameof(EntryHeader.RecordedAt)] = Full with { RecordedAt = Full.RecordedAt.AddMicroseconds(-1) },
        [nameof(EntryHeader.PersonId)] = Full with { PersonId = Guid.Parse("0197aa00-0000-7000-8000-000000000003") },
        [nameof(EntryHeader.Role)] = Full with { Role = "Recorder" },
        [nameof(EntryHeader.Via)] = Full with { Via = "api" },
        [nameof(EntryHeader.SubjectId)] = Full with { SubjectId = Guid.Empty },
        [nameof(EntryHeader.Visibility)] = Full with { Visibility = Visibility.Staff },
        [nameof(EntryHeader.Corrects)] = Full with { Corrects = null },
    };

    public static TheoryData<string> Fields => [.. OneFieldChanged.Keys];

    [Fact]
    public void Payload_IsHashedBehindItsSalt()
    {
        byte[] salt = [.. Enumerable.Range(0, EntryHash.SaltOctets).Select(n => (byte)n)];

        Assert.Equal(PayloadHash, EntryHash.OfPayload(salt, Encoding.UTF8.GetBytes("{\"summary\":\"発令\"}")));
    }

    [Fact]
    public void FullEntry_HasItsFixedHash() => Assert.Equal(
        "84ddd651a601caa952cf5985b629cd2836417cb9a67c4688a9de614c0b4d6d98",
        Convert.ToHexStringLower(EntryHash.OfEntry(Previous, Full, PayloadHash)));

    [Fact]
    public void SparseFirstEntry_HasItsFixedHash() => Assert.Equal(
        "e6aebc0016ee5db9614be7a89838283bf40a41761455d2208c3ef545d3bf95a4",
        Convert.ToHexStringLower(EntryHash.OfEntry(new byte[32], Sparse, PayloadHash)));

    [Fact]
    public void Hash_IsOverPreviousVersionFieldsWithTheirLengthsAndPayloadHash()
    {
        string?[] fields =
        [
            "evacuation.order-issued", "0197aa00-0000-7000-8000-0000000000aa", "1780247643120000", "1780247643500001", "1780247644000001",
            "0197aa00-0000-7000-8000-000000000002", "Releaser", "web", "0197aa00-0000-7000-8000-0000000000bb", "Public", "41", "42",
        ];
        var hex = string.Concat(fields.Select(field => field is null
            ? "FFFFFFFF"
            : $"{Encoding.UTF8.GetByteCount(field):X8}{Convert.ToHexString(Encoding.UTF8.GetBytes(field))}"));
        var octets = Convert.FromHexString($"{Convert.ToHexString(Previous)}01{hex}{Convert.ToHexString(PayloadHash)}");

        Assert.Equal(SHA256.HashData(octets), EntryHash.OfEntry(Previous, Full, PayloadHash));
    }

    [Fact]
    public void Fields_AreAllTriedBelow() => Assert.Equal(
        typeof(EntryHeader).GetProperties().Select(property => property.Name).Order(), OneFieldChanged.Keys.Order());

    [Theory]
    [MemberData(nameof(Fields))]
    public void ChangeOfOneField_ChangesTheHash(string field) => Assert.NotEqual(
        EntryHash.OfEntry(Previous, Full, PayloadHash), EntryHash.OfEntry(Previous, OneFieldChanged[field], PayloadHash));

    [Fact]
    public void ChangeOfThePreviousOrThePayload_ChangesTheHash()
    {
        var hash = EntryHash.OfEntry(Previous, Full, PayloadHash);

        Assert.NotEqual(hash, EntryHash.OfEntry(EntryHash.Genesis, Full, PayloadHash));
        Assert.NotEqual(hash, EntryHash.OfEntry(Previous, Full, EntryHash.Genesis));
    }

    [Theory]
    [InlineData("ab", "c", "a", "bc")]
    [InlineData("", "web", "web", "")]
    [InlineData("a\0\0\0\u0001b", "", "a", "b")]
    public void TextThatMovesFromOneFieldToTheNext_IsAnotherEntry(string role, string via, string otherRole, string otherVia) => Assert.NotEqual(
        EntryHash.OfEntry(Previous, Full with { Role = role, Via = via }, PayloadHash),
        EntryHash.OfEntry(Previous, Full with { Role = otherRole, Via = otherVia }, PayloadHash));

    [Fact]
    public void AbsentIsNotEmpty_AndNotZero()
    {
        var zero = EntryHash.OfEntry(Previous, Full with { IncidentId = Guid.Empty, Corrects = 0 }, PayloadHash);

        Assert.NotEqual(zero, EntryHash.OfEntry(Previous, Full with { IncidentId = null, Corrects = 0 }, PayloadHash));
        Assert.NotEqual(zero, EntryHash.OfEntry(Previous, Full with { IncidentId = Guid.Empty, Corrects = null }, PayloadHash));
    }

    [Fact]
    public void SameInstantInAnotherOffset_IsTheSameEntry() => Assert.Equal(
        EntryHash.OfEntry(Previous, Full, PayloadHash),
        EntryHash.OfEntry(Previous, Full with { OccurredAt = Full.OccurredAt.ToUniversalTime() }, PayloadHash));
}
