using Chiyoda.Bousai.Hub.Features.Access;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The form that lets what is held go on; the page answers it under the handler «Resume».</summary>
/// <param name="DecisionId">Whose dispatches are held.</param>
/// <param name="StepUp">What it asks of the person.</param>
/// <param name="Button">What the button says.</param>
internal sealed record ResumeForm(Guid DecisionId, StepUp StepUp, string Button)
{
    /// <summary>The form beside one held channel of a decision: several stand on one page.</summary>
    public static ResumeForm Of(Guid decisionId, string channel, StepUp stepUp, string button) =>
        new(decisionId, stepUp with { Of = $"-{decisionId}-{channel}" }, button);
}
