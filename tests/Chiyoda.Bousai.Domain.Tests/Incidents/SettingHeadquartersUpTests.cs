using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Warnings;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Incidents;

/// <summary>設置, 変更, 解散: each with time, ground and who decided; nothing is set up by a telegram.</summary>
public sealed class SettingHeadquartersUpTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 11, 14, 5, 0, TimeSpan.FromHours(9));
    private static readonly Posture Watch = new("watch", "情報連絡態勢", HeadquartersKind.None, "計画", 0);
    private static readonly Posture First = new("first", "第1非常配備態勢", HeadquartersKind.Emergency, "計画", 1);

    [Fact]
    public void Opening_SaysWhatHoldsFromWhen()
    {
        var incident = Opened();

        Assert.Equal(("大雨", IncidentState.Active, 1), (incident.Name, incident.State, incident.Version));
        Assert.Equal((Now.AddMinutes(-30), Now, (DateTimeOffset?)null), (incident.BeganAt, incident.OpenedAt, incident.EndedAt));
        Assert.Same(First, incident.Activation.Posture);
    }

    [Theory]
    [InlineData("", "理由", 0, -30, "incidents.name-missing")]
    [InlineData("  ", "理由", 0, -30, "incidents.name-missing")]
    [InlineData("大雨", " ", 0, -30, "incidents.reason-missing")]
    [InlineData("大雨", "理由", 2, -30, "incidents.in-the-future")]
    [InlineData("大雨", "理由", 0, 1, "incidents.order-of-times")]
    public void WhatCannotBe_IsRefused(string name, string reason, int minutesAhead, int began, string code)
    {
        Assert.False(Incident.Open(Guid.NewGuid(), name, Now.AddMinutes(began), Decided(First, reason, minutesAhead)).TryGet(out _, out var refusal));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public void ANameThatIsTooLong_IsRefused() =>
        Assert.False(Incident.Open(Guid.NewGuid(), new string('大', Incident.MaxName + 1), Now, Decided(First)).TryGet(out _, out _));

    [Fact]
    public void AChange_NeedsADifference_AndNeverGoesBackInTime()
    {
        var incident = Opened();

        Assert.Equal("incidents.nothing-changes", Code(incident.Change(1, "大雨", Decided(First))));
        Assert.Equal("incidents.order-of-times", Code(incident.Change(1, "大雨", Decided(Watch, minutes: -1))));
        Assert.Equal("incidents.stale-version", Code(incident.Change(2, "大雨", Decided(Watch))));
        Assert.Null(Code(incident.Change(1, "大雨", Decided(Watch))));
        Assert.Equal((2, "watch"), (incident.Version, incident.Activation.Posture.Id));
    }

    [Fact]
    public void TheEnd_IsAskedTwice_WhileOrdersAreInForce()
    {
        var incident = Opened();

        Assert.Equal("incidents.orders-in-force", Code(incident.Close(1, Decided(First), ordersInForce: 1, isAware: false)));
        Assert.Equal(IncidentState.Active, incident.State);
        Assert.Null(Code(incident.Close(1, Decided(First), ordersInForce: 1, isAware: true)));

        Assert.Equal((IncidentState.Closed, Now, 2), (incident.State, incident.EndedAt, incident.Version));
        Assert.Equal("incidents.closed", Code(incident.Change(2, "別", Decided(Watch))));
    }

    /// <summary>An earthquake of 5弱 or one of which only «5弱以上未入電» is known; each event once.</summary>
    [Fact]
    public void ARule_IsMetOncePerEvent()
    {
        var rule = new ActivationRule("quake", "earthquake", 5, First, "計画");
        var one = Quake("a", "5-?");

        Assert.Same(one, Assert.Single(rule.Reached([], [one, Quake("b", "4")])));
        Assert.Empty(rule.Reached([one], [Quake("a", "5+")]));
        Assert.Equal("b", Assert.Single(rule.Reached([one], [one, Quake("b", "6-")])).Cause);
    }

    [Fact]
    public void ASuggestion_IsAnsweredOnce()
    {
        var suggestion = ActivationSuggestion.Of(Guid.NewGuid(), new ActivationRule("quake", "earthquake", 5, First, "計画"), Quake("a", "5-"), Now);

        Assert.Equal("incidents.reason-missing", Code(suggestion.Dismiss(1, " ")));
        Assert.Null(Code(suggestion.Dismiss(1, "揺れは小さく被害なし")));
        Assert.Equal("incidents.closed", Code(suggestion.Dismiss(2, "もう一度")));
        Assert.Throws<InvalidOperationException>(suggestion.Take);
    }

    private static Incident Opened() =>
        Incident.Open(Guid.NewGuid(), "大雨", Now.AddMinutes(-30), Decided(First)).TryGet(out var incident, out _) ? incident : throw new InvalidOperationException();

    private static Activation Decided(Posture posture, string reason = "大雨危険警報が発表されたため", int minutes = 0) =>
        new(posture, "mayor", "区長", null, reason, Now.AddMinutes(minutes), Guid.NewGuid(), Now);

    private static HazardWarning Quake(string @event, string intensity) => new(
        "earthquake", intensity, null, $"震度{intensity}", @event, [new WarningArea("city", "1", "区")], Now, null, string.Empty, Guid.NewGuid(), "気象庁", null);

    private static string? Code<T>(Outcome<T> outcome)
        where T : notnull => outcome.TryGet(out _, out var refusal) ? null : refusal.Code;
}
