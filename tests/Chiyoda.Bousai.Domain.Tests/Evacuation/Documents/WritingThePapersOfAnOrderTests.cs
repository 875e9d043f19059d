using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Evacuation.Documents;

/// <summary>What the law asks for after an act, and what is typed into systems elsewhere.</summary>
public sealed class WritingThePapersOfAnOrderTests
{
    [Theory]
    [InlineData(Act.Issue, 4, null, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Issue, 5, null, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Issue, null, null, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Lift, 4, 4, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Void, 5, 5, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Lower, 3, 4, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Correct, 3, 4, new[] { LegalDuty.Report, LegalDuty.Announcement })]
    [InlineData(Act.Issue, 3, 3, new[] { LegalDuty.Information })]
    [InlineData(Act.Update, 3, 3, new[] { LegalDuty.Information })]
    [InlineData(Act.Correct, 3, 3, new[] { LegalDuty.Information })]
    [InlineData(Act.Lift, 3, 3, new[] { LegalDuty.Information })]
    public void WhatIsDue_FollowsTheActAndTheLevel(Act act, int? level, int? before, LegalDuty[] expected) =>
        Assert.Equal(expected, LegalTexts.DutiesOf(act, level, before));

    [Theory]
    [InlineData(3, "災害対策基本法第56条第2項")]
    [InlineData(4, "災害対策基本法第60条第1項")]
    [InlineData(5, "災害対策基本法第60条第3項")]
    [InlineData(null, "災害対策基本法第60条第1項")]
    public void AnOrder_RestsOnTheArticleOfItsLevel(int? level, string expected) => Assert.Equal(expected, LegalTexts.LawOf(level));

    [Fact]
    public void PersonsOfAPart_AreNotThePersonsOfTheWhole_AndUnknownIsNotZero()
    {
        Assert.Equal(300, Record(100, 200).Persons);
        Assert.Equal(0, Record(0, 0).Persons);
        Assert.Null(Record(100, null).Persons);
        Assert.Null((Record(100, 200) with { Areas = [] }).Persons);
        Assert.Null(Record(100, 200).Households);
        var counted = Record(100, 200);
        Assert.Equal(2 * 60, (counted with { Areas = [.. counted.Areas.Select(area => area with { Households = 60 })] }).Households);
    }

    [Fact]
    public void ASheet_HasItsFieldsInTheirOrder_AndSaysWhatNobodyKnows()
    {
        var sheet = new Transcript("t", "系", "根拠", TimeSpan.FromMinutes(10),
        [
            new("人数", TranscriptValue.Persons), new("区分", TranscriptValue.Kind), new("世帯", TranscriptValue.Households), new("発令解除", TranscriptValue.IssueOrLift),
            new("地区", TranscriptValue.Areas), new("決裁", TranscriptValue.DecidedBy),
        ]);

        Assert.Equal(
            [new("人数", "不明"), new("区分", "避難指示"), new("世帯", "不明"), new("発令解除", "発令"), new("地区", "一丁目、二丁目"), new("決裁", "不明")],
            sheet.Fill(Record(100, null)));
    }

    [Fact]
    public void TheSubjectOfAnEntry_IsTheSameOnEveryNode_AndNotTheOrder()
    {
        var order = Guid.Parse("0198f3a2-0000-7000-8000-000000000001");

        Assert.Equal(TranscriptEntry.SubjectOf("tokyo", order), TranscriptEntry.SubjectOf("tokyo", order));
        Assert.NotEqual(TranscriptEntry.SubjectOf("tokyo", order), TranscriptEntry.SubjectOf("other", order));
        Assert.NotEqual(order, TranscriptEntry.SubjectOf("tokyo", order));
    }

    private static OrderRecord Record(params int?[] residents)
    {
        var areas = residents.Select((persons, index) => new Area
        {
            Code = new AreaCode($"0000000000{index}"),
            Name = index == 0 ? "一丁目" : "二丁目",
            Town = "町",
            Chome = index + 1,
            Kana = "チョウ",
            Romaji = "Cho",
            Centroid = new GeoPoint(139, 35),
            ResidentsPersons = persons,
            ElderlyPersons = null,
            DayPopulationPersons = null,
        }).ToList();
        var measure = new Measure(Hazard.Flood, "river", "川", 4, EvacuationAction.GoUp, Audience.Everyone, [.. areas.Select(area => area.Code.Value)], "増水のため");
        return new OrderRecord(Orders.Issue(measure), Act.Issue, null, areas, null, new MeasureWords("洪水", "上の階へ", "全員"));
    }
}
