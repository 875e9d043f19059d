using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Facilities;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Facilities;

/// <summary>Whom a measure concerns, and what may be noted of a call.</summary>
public sealed class CallingAFacilityTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 12, 0, 0, TimeSpan.FromHours(9));

    private static readonly Facility[] Register =
    [
        Place("care", FacilityKind.Care, "a1"),
        Place("station", FacilityKind.Station, "a1"),
        Place("basement", FacilityKind.Medical, "a2", floor: -2),
        Place("passage", FacilityKind.UndergroundMall, "a9", zones: "river"),
        Place("far", FacilityKind.Station, "a9"),
    ];

    private static readonly Dictionary<string, Zone> Zones = new()
    {
        ["river"] = new Zone("river", LocalizedText.OfJapanese("川"), Hazard.Flood, "r1", [new AreaCode("a1"), new AreaCode("a2")], "試験"),
    };

    public static TheoryData<Audience, string> Addressed => new()
    {
        { Audience.Everyone, "passage station care basement" },
        { Audience.NamedFacilities, "passage station care basement" },
        { Audience.ElderlyAndSlow, "care basement" },
        { Audience.Underground, "passage station basement" },
    };

    [Theory]
    [MemberData(nameof(Addressed))]
    public void AMeasure_ConcernsWhomItAddresses_UndergroundFirst(Audience audience, string expected) =>
        Assert.Equal(expected, string.Join(' ', FacilitySelection.Concerned(Register, Zones, Flood("r1", audience, "a1", "a2"), everyKind: false).Select(facility => facility.Id)));

    [Fact]
    public void EveryKind_IsWhoeverIsThere() => Assert.Equal(
        ["passage", "station", "care", "basement"],
        FacilitySelection.Concerned(Register, Zones, Flood("r1", Audience.ElderlyAndSlow, "a1", "a2"), everyKind: true).Select(facility => facility.Id));

    /// <summary>The zone of another river, and one that the measure does not touch, add nobody.</summary>
    [Fact]
    public void AZone_CountsOnlyForItsOwnCause_AndWhereTheMeasureTouchesIt()
    {
        Assert.DoesNotContain(FacilitySelection.Concerned(Register, Zones, Flood("r2", Audience.Everyone, "a1"), everyKind: true), facility => facility.Id == "passage");
        Assert.DoesNotContain(FacilitySelection.Concerned(Register, Zones, Flood("r1", Audience.Everyone, "a3"), everyKind: true), facility => facility.Id == "passage");
        Assert.Contains(FacilitySelection.Concerned(Register, Zones, Flood("r1", Audience.Everyone, "a2"), everyKind: true), facility => facility.Id == "passage");
    }

    [Fact]
    public void EachStep_IsAVersion_WithWhoAndWhen_AndTriesAreCounted()
    {
        var call = FacilityCall.List(Guid.NewGuid(), Guid.NewGuid(), Register[1]);

        Accepted(call.Take(1, CallState.Absent, string.Empty, "当直", Now));
        Accepted(call.Take(2, CallState.Absent, string.Empty, "当直", Now.AddMinutes(5)));
        Accepted(call.Take(3, CallState.Reached, " 駅務室 ", "応援", Now.AddMinutes(9)));
        Accepted(call.Take(4, CallState.Evacuated, string.Empty, "応援", Now.AddMinutes(30)));

        Assert.Equal((5, CallState.Evacuated, 3, "応援", Now.AddMinutes(30)), (call.Version, call.State, call.Tries, call.NotedBy, call.NotedAt!.Value));
    }

    [Fact]
    public void WhatMayNotBeNoted_IsRefusedWithItsCode_AndChangesNothing()
    {
        var call = FacilityCall.List(Guid.NewGuid(), Guid.NewGuid(), Register[1]);
        Accepted(call.Take(1, CallState.Reached, "駅務室", "当直", Now));

        Refused("facilities.stale-version", call.Take(1, CallState.Evacuated, string.Empty, "応援", Now));
        Refused("facilities.nothing-changes", call.Take(2, CallState.Reached, "駅務室", "応援", Now));
        Refused("facilities.note-too-long", call.Take(2, CallState.Evacuated, new string('あ', FacilityCall.MaxNote + 1), "応援", Now));

        Assert.Equal((2, CallState.Reached, "当直"), (call.Version, call.State, call.NotedBy));
    }

    /// <summary>The chronology holds what was said, and no number of anybody.</summary>
    [Fact]
    public void TheFact_NamesTheFacility_AndNoNumber()
    {
        var call = FacilityCall.List(Guid.NewGuid(), Guid.NewGuid(), Register[1] with { DayTelephone = "000-0000-0001" });
        Accepted(call.Take(1, CallState.Reached, "駅務室", "当直", Now));

        var fact = new CallNoted(call, Actor.Hub, Now);

        Assert.Equal("施設への連絡: station（駅） 連絡済「駅務室」", fact.Summary);
        Assert.DoesNotContain("000-0000-0001", System.Text.Json.JsonSerializer.Serialize(fact.AfterImage), StringComparison.Ordinal);
    }

    private static void Accepted(Outcome<FacilityCall> outcome) => Assert.True(outcome.TryGet(out _, out _));

    private static void Refused(string code, Outcome<FacilityCall> outcome)
    {
        Assert.False(outcome.TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    private static Measure Flood(string cause, Audience audience, params string[] areas) =>
        new(Hazard.Flood, cause, "川", 4, EvacuationAction.GoUp, audience, areas, "試験");

    private static Facility Place(string id, FacilityKind kind, string area, int? floor = null, params string[] zones) => new()
    {
        Id = id,
        Kind = kind,
        Name = id,
        Area = new AreaCode(area),
        Zones = zones,
        LowestFloor = floor,
        DayTelephone = null,
        NightTelephone = null,
        Fax = null,
        Mail = null,
        Owner = null,
        Hours = null,
        Source = "試験",
        Note = string.Empty,
    };
}
