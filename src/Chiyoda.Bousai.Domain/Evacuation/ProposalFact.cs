using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>A fact about a proposal; the after-image is the whole proposal.</summary>
/// <param name="Proposal">The proposal after the step.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When.</param>
public abstract record ProposalFact(Proposal Proposal, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Proposal.Id;

    /// <inheritdoc/>
    public override object AfterImage => Proposal;

    /// <summary>What it is about, for a line: level and kind, cause and number of areas.</summary>
    protected string About
    {
        get
        {
            var measure = Proposal.Measure;
            var cause = measure.CauseName.Length == 0 ? string.Empty : measure.CauseName + " ";
            var act = Proposal.Act switch
            {
                Act.Lower => " へ引下げ",
                Act.Lift => " 解除",
                Act.Correct => " 訂正",
                Act.Update => " 更新",
                Act.Void => " 誤発信の取消し",
                _ => string.Empty,
            };
            return $"{cause}{OrderKinds.Spoken(measure.Level)}{act}（{measure.Areas.Count}町丁目）";
        }
    }
}
