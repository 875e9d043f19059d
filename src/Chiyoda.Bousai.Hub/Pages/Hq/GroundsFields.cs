using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The questions before a lift or a lowering, as the form sends them.</summary>
internal sealed class GroundsFields
{
    public GroundAnswer? Falling { get; set; }

    public GroundAnswer? Rain { get; set; }

    public GroundAnswer? Site { get; set; }

    public string? AdviceFrom { get; set; }

    public string? AdviceDay { get; set; }

    public string? AdviceTime { get; set; }

    public string? AdviceWords { get; set; }

    public string? WhyNot { get; set; }

    /// <summary>Whether no question was answered; a browser does not send that, and whoever decides is told that nobody answered.</summary>
    public bool IsEmpty => Falling is null && Rain is null && Site is null;

    /// <summary>The answers, or what of them is missing.</summary>
    public Outcome<EndingGrounds> Read()
    {
        if (Falling is not { } falling || Rain is not { } rain || Site is not { } site)
        {
            return HqRefusals.GroundsUnanswered;
        }

        Advice? advice = null;
        if (!string.IsNullOrWhiteSpace(AdviceFrom))
        {
            if (SpokenTime.Read(AdviceDay, AdviceTime) is not { } at)
            {
                return HqRefusals.AdviceIncomplete;
            }

            advice = new Advice(HqText.Cut(AdviceFrom.Trim(), 100), at, HqText.Cut(AdviceWords?.Trim(), 1000));
        }

        return new EndingGrounds(falling, rain, site, advice, HqText.Cut(WhyNot?.Trim(), 1000));
    }
}
