using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Incidents;

/// <summary>The activation of headquarters.</summary>
internal static class IncidentsFeature
{
    public static void AddIncidents(this IServiceCollection services)
    {
        services.AddScoped<IncidentDesk>();
        services.AddScoped<ActivationMaker>();
    }

    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/api/v1/incidents").WithTags("Incidents");
        incidents.MapGet("/", ListIncidents.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listIncidents", "What is set up, what was, what is suggested, and the postures of the plan.");
        incidents.MapPost("/", RecordIncident.OpenAsync).RequireAuthorization(Policies.Recorder)
            .Describe("openIncident", "Records that headquarters was set up (設置): by whom, from when, why.")
            .Refuses(Unsound).Refuses(IncidentRefusals.AlreadyActive);
        incidents.MapPost("/{id:guid}/change", RecordIncident.ChangeAsync).RequireAuthorization(Policies.Recorder)
            .Describe("changeIncident", "Records another posture or another name of what is set up.")
            .Refuses(Unsound).Refuses(IncidentRefusals.Unknown, IncidentRefusals.StaleVersion, IncidentRefusals.Closed, IncidentRefusals.NothingChanges);
        incidents.MapPost("/{id:guid}/close", RecordIncident.CloseAsync).RequireAuthorization(Policies.Recorder)
            .Describe("closeIncident", "Records the end (解散). Drafts die with it; orders in force stay.")
            .Refuses(
                IncidentRefusals.Unknown, IncidentRefusals.StaleVersion, IncidentRefusals.Closed, IncidentRefusals.OrdersInForce,
                IncidentRefusals.ReasonMissing, IncidentRefusals.UnknownAuthority, IncidentRefusals.InTheFuture, IncidentRefusals.OrderOfTimes);
        incidents.MapPost("/suggestions/{id:guid}/dismiss", RecordIncident.DismissAsync).RequireAuthorization(Policies.Recorder)
            .Describe("dismissSuggestion", "Decides not to follow a suggested posture, with the reason.")
            .Refuses(IncidentRefusals.Unknown, IncidentRefusals.StaleVersion, IncidentRefusals.Closed, IncidentRefusals.ReasonMissing);
    }

    private static readonly Domain.Common.Refusal[] Unsound =
    [
        IncidentRefusals.NameMissing, IncidentRefusals.ReasonMissing, IncidentRefusals.UnknownPosture, IncidentRefusals.UnknownAuthority,
        IncidentRefusals.InTheFuture, IncidentRefusals.OrderOfTimes,
    ];
}
