using Chiyoda.Bousai.Domain.Incidents;

namespace Chiyoda.Bousai.Hub.Features.Incidents;

/// <summary>An activation of headquarters.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">災害名.</param>
/// <param name="State">Whether it goes on.</param>
/// <param name="Version">For the next act.</param>
/// <param name="BeganAt">発災; T+ counts from here.</param>
/// <param name="OpenedAt">When it was recorded as set up.</param>
/// <param name="EndedAt">解散; null while active.</param>
/// <param name="Posture">Id of the posture that holds.</param>
/// <param name="PostureName">Its name.</param>
/// <param name="Headquarters">What is set up with it.</param>
/// <param name="Office">Who decided it.</param>
/// <param name="Reason">Why.</param>
/// <param name="HeldSince">Since when it holds.</param>
internal sealed record IncidentView(
    Guid Id, string Name, IncidentState State, int Version, DateTimeOffset BeganAt, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt,
    string Posture, string PostureName, HeadquartersKind Headquarters, string Office, string Reason, DateTimeOffset HeldSince)
{
    public static IncidentView Of(Incident incident) => new(
        incident.Id, incident.Name, incident.State, incident.Version, incident.BeganAt, incident.OpenedAt, incident.EndedAt,
        incident.Activation.Posture.Id, incident.Activation.Posture.Name, incident.Activation.Posture.Headquarters,
        incident.Activation.Office, incident.Activation.Reason, incident.Activation.At);
}

/// <summary>A posture that a rule of the plan suggests.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">For the answer.</param>
/// <param name="State">What became of it.</param>
/// <param name="Posture">Id of the posture.</param>
/// <param name="PostureName">Its name.</param>
/// <param name="Observed">What was observed or issued.</param>
/// <param name="Basis">The plan's clause.</param>
/// <param name="ReportedAt">When the issuer reported it.</param>
/// <param name="TelegramId">The telegram.</param>
/// <param name="CreatedAt">When it was suggested.</param>
/// <param name="Note">Why it was not followed; empty otherwise.</param>
internal sealed record SuggestionView(
    Guid Id, int Version, SuggestionState State, string Posture, string PostureName, string Observed, string Basis, DateTimeOffset ReportedAt,
    Guid TelegramId, DateTimeOffset CreatedAt, string Note)
{
    public static SuggestionView Of(ActivationSuggestion suggestion) => new(
        suggestion.Id, suggestion.Version, suggestion.State, suggestion.PostureId, suggestion.PostureName, suggestion.Observed, suggestion.Basis,
        suggestion.ReportedAt, suggestion.TelegramId, suggestion.CreatedAt, suggestion.Note);
}
