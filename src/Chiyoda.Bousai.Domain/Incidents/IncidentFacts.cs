using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>An act on an incident; the after-image is the whole incident.</summary>
/// <param name="Incident">The incident after the act.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="OccurredAt">From when it holds.</param>
public abstract record IncidentFact(Incident Incident, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override Guid SubjectId => Incident.Id;

    /// <inheritdoc/>
    public override object AfterImage => Incident;

    /// <summary>Posture and who decided, for a line.</summary>
    protected string About =>
        $"{Incident.Name}　{Incident.Activation.Posture.Name}（{Incident.Activation.Posture.Headquarters.Word()}） 決定: {Incident.Activation.Office}";
}

/// <summary>設置.</summary>
/// <inheritdoc cref="IncidentFact"/>
public sealed record IncidentOpened(Incident Incident, Actor Actor, DateTimeOffset OccurredAt) : IncidentFact(Incident, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "incidents.opened";

    /// <inheritdoc/>
    public override string Summary => $"設置: {About}";
}

/// <summary>配備の変更.</summary>
/// <inheritdoc cref="IncidentFact"/>
public sealed record IncidentChanged(Incident Incident, Actor Actor, DateTimeOffset OccurredAt) : IncidentFact(Incident, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "incidents.changed";

    /// <inheritdoc/>
    public override string Summary => $"体制の変更: {About}";
}

/// <summary>解散.</summary>
/// <inheritdoc cref="IncidentFact"/>
public sealed record IncidentClosed(Incident Incident, Actor Actor, DateTimeOffset OccurredAt) : IncidentFact(Incident, Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => "incidents.closed";

    /// <inheritdoc/>
    public override string Summary => $"解散: {About}";
}

/// <summary>A rule suggested a posture, or a person answered the suggestion.</summary>
/// <param name="Suggestion">The suggestion after that.</param>
/// <param name="Actor">The hub or the person.</param>
/// <param name="OccurredAt">When.</param>
public sealed record ActivationSuggested(ActivationSuggestion Suggestion, Actor Actor, DateTimeOffset OccurredAt) : Fact(Actor, OccurredAt)
{
    /// <inheritdoc/>
    public override string Kind => Suggestion.State switch
    {
        SuggestionState.Open => "incidents.activation-suggested",
        SuggestionState.Taken => "incidents.suggestion-taken",
        _ => "incidents.suggestion-dismissed",
    };

    /// <inheritdoc/>
    public override Guid SubjectId => Suggestion.Id;

    /// <inheritdoc/>
    public override string Summary => Suggestion.State switch
    {
        SuggestionState.Open => $"体制の提案: {Suggestion.PostureName}（{Suggestion.Observed}）",
        SuggestionState.Taken => $"体制の提案を受けて設置・変更: {Suggestion.PostureName}",
        _ => $"体制の提案を見送り: {Suggestion.PostureName} 理由: {Suggestion.Note}",
    };

    /// <inheritdoc/>
    public override object AfterImage => Suggestion;
}
