using Chiyoda.Bousai.Domain.Shelters;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Shelters;

/// <summary>Reports come late, twice and out of order; the newest by its own time stands.</summary>
public sealed class ReportingAShelterTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 2, 14, 0, TimeSpan.FromHours(9));

    private readonly ShelterStatus _status = ShelterStatus.Of("s-1");

    [Fact]
    public void TheNewestByItsOwnTime_Stands_AndTheSameAgainIsNothingNew()
    {
        Assert.True(Take(ShelterOpening.Open, 120, Now.AddMinutes(-5)));
        Assert.False(Take(ShelterOpening.Open, 120, Now.AddMinutes(-5)));
        Assert.Equal("shelters.older-report", Refusal(ShelterOpening.Closed, null, Now.AddMinutes(-6)));
        Assert.True(Take(ShelterOpening.Open, 90, Now.AddMinutes(-5)));

        Assert.Equal((2, ShelterOpening.Open, 90), (_status.Version, _status.State, _status.FreePersons));
    }

    [Theory]
    [InlineData(ShelterOpening.Open, 30, 30)]
    [InlineData(ShelterOpening.Open, null, null)]
    [InlineData(ShelterOpening.Full, 30, 0)]
    [InlineData(ShelterOpening.Opening, 30, null)]
    [InlineData(ShelterOpening.Closed, 30, null)]
    public void FreePlaces_CountOnlyWherePeopleAreTakenIn(ShelterOpening state, int? free, int? kept)
    {
        Assert.True(Take(state, free, Now));

        Assert.Equal(kept, _status.FreePersons);
    }

    [Fact]
    public void WhatCannotBe_IsRefused_AndChangesNothing()
    {
        Assert.Equal("shelters.in-the-future", Refusal(ShelterOpening.Open, 1, Now.AddSeconds(61)));
        Assert.Equal("shelters.too-many-free", Refusal(ShelterOpening.Open, 100_001, Now));
        Assert.Equal("shelters.too-many-free", Refusal(ShelterOpening.Open, -1, Now));
        Assert.Equal(0, _status.Version);
        Assert.True(Take(ShelterOpening.Open, 1, Now.AddSeconds(60)));
    }

    [Fact]
    public void AReport_HoldsForThreeHours()
    {
        var report = new ShelterReport(ShelterOpening.Open, null, Now);

        Assert.True(report.HoldsAt(Now.AddHours(3)));
        Assert.False(report.HoldsAt(Now.AddHours(3).AddTicks(1)));
    }

    private bool Take(ShelterOpening state, int? free, DateTimeOffset at) =>
        _status.Take(new ShelterReport(state, free, at), Now).TryGet(out var isNew, out var refusal) ? isNew : throw new InvalidOperationException(refusal.Code);

    private string Refusal(ShelterOpening state, int? free, DateTimeOffset at) =>
        _status.Take(new ShelterReport(state, free, at), Now).TryGet(out _, out var refusal) ? string.Empty : refusal.Code;
}
