using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Facilities;

/// <summary>Underground and care facilities: the register, and who has been called.</summary>
internal static class FacilitiesFeature
{
    public static void AddFacilities(this IServiceCollection services)
    {
        services.AddScoped<FacilityDesk>();
    }

    public static void MapFacilities(this IEndpointRouteBuilder routes)
    {
        var facilities = routes.MapGroup("/api/v1/facilities").WithTags("Facilities");
        facilities.MapGet("/", ListFacilities.Handle).RequireAuthorization(Policies.Viewer)
            .Describe("listFacilities", "The register of facilities that are called, with their numbers.");
        facilities.MapGet("/calls", CallFacilities.ReadAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getFacilityCalls", "The newest round of calls about an order or a proposal, or a round that a criterion proposed.")
            .Refuses(FacilitiesRefusals.UnknownSubject);
        facilities.MapPost("/calls", CallFacilities.ListAsync).RequireAuthorization(Policies.Recorder)
            .Describe("listFacilityCalls", "Makes the list of whom to call about an order or a proposal, or adds who is missing on it.")
            .Refuses(
                FacilitiesRefusals.UnknownSubject, FacilitiesRefusals.SubjectClosed, FacilitiesRefusals.NobodyToCall, FacilitiesRefusals.AlreadyListed);
        facilities.MapPost("/calls/{id:guid}/note", CallFacilities.NoteAsync).RequireAuthorization(Policies.Recorder)
            .Describe("noteFacilityCall", "Notes what came of calling one facility.")
            .Refuses(FacilitiesRefusals.UnknownCall, FacilitiesRefusals.StaleVersion, FacilitiesRefusals.NothingChanges, FacilitiesRefusals.NoteTooLong);
    }
}
