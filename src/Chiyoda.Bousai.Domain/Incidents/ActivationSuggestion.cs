using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>A rule of the plan was met: a posture is suggested, with what was observed. It has no author and sets nothing up.</summary>
public sealed class ActivationSuggestion
{
    /// <summary>Longest <see cref="Observed"/>, in characters; a longer one is cut.</summary>
    public const int MaxObserved = 2000;

    private ActivationSuggestion()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The rule of the plan.</summary>
    public string RuleId { get; private set; } = string.Empty;

    /// <summary>The posture.</summary>
    public string PostureId { get; private set; } = string.Empty;

    /// <summary>Its name when it was suggested.</summary>
    public string PostureName { get; private set; } = string.Empty;

    /// <summary>The plan's clause.</summary>
    public string Basis { get; private set; } = string.Empty;

    /// <summary>What was observed or issued, and where.</summary>
    public string Observed { get; private set; } = string.Empty;

    /// <summary>When the issuer reported it.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>The telegram.</summary>
    public Guid TelegramId { get; private set; }

    /// <summary>When it was suggested.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>What became of it.</summary>
    public SuggestionState State { get; private set; }

    /// <summary>Why it was not followed; empty otherwise.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>Grows with each answer.</summary>
    public int Version { get; private set; }

    /// <summary>Makes one.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="rule">The rule that was met.</param>
    /// <param name="warning">By what.</param>
    /// <param name="at">Now.</param>
    /// <returns>An open suggestion.</returns>
    public static ActivationSuggestion Of(Guid id, ActivationRule rule, HazardWarning warning, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(warning);
        var observed = $"{warning.Kind} {string.Join('、', warning.Areas.Select(area => area.Name).Distinct())} {warning.Source}";
        return new ActivationSuggestion
        {
            Id = id,
            RuleId = rule.Id,
            PostureId = rule.Posture.Id,
            PostureName = rule.Posture.Name,
            Basis = rule.Basis,
            Observed = observed.Length > MaxObserved ? observed[..MaxObserved] : observed,
            ReportedAt = warning.ReportedAt,
            TelegramId = warning.TelegramId,
            CreatedAt = at,
            Version = 1,
        };
    }

    /// <summary>The posture, or a stronger one, was set up.</summary>
    /// <exception cref="InvalidOperationException">It was answered before.</exception>
    public void Take() => Answer(SuggestionState.Taken, string.Empty);

    /// <summary>Headquarters decides not to follow it.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="reason">Why; 1–1,000 characters.</param>
    /// <returns>This, or <c>incidents.stale-version</c>, <c>incidents.closed</c>, <c>incidents.reason-missing</c>.</returns>
    public Outcome<ActivationSuggestion> Dismiss(int version, string reason)
    {
        if (version != Version)
        {
            return IncidentRefusals.StaleVersion;
        }

        if (State != SuggestionState.Open)
        {
            return IncidentRefusals.Closed;
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Incident.MaxReason)
        {
            return IncidentRefusals.ReasonMissing;
        }

        Answer(SuggestionState.Dismissed, reason.Trim());
        return this;
    }

    private void Answer(SuggestionState state, string note)
    {
        if (State != SuggestionState.Open)
        {
            throw new InvalidOperationException("A suggestion is answered once.");
        }

        State = state;
        Note = note;
        Version++;
    }
}

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    /// <summary>Nobody answered it yet.</summary>
    Open,

    /// <summary>It was followed.</summary>
    Taken,

    /// <summary>It was not followed, with a reason.</summary>
    Dismissed,
}
