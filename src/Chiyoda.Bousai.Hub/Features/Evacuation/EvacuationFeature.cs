using Chiyoda.Bousai.Hub.Features.Access;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Proposals, decisions, orders.</summary>
internal static class EvacuationFeature
{
    public static void AddEvacuation(this IServiceCollection services)
    {
        services.AddSingleton<ReleaseTurn>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<ProposalMaker>();
    }

    public static void MapEvacuation(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/v1/authorities").WithTags("Evacuation").MapGet("/", ListAuthorities.Handle).RequireAuthorization(Policies.Viewer);

        var proposals = routes.MapGroup("/api/v1/proposals").WithTags("Evacuation");
        proposals.MapGet("/", ListProposals.HandleAsync).RequireAuthorization(Policies.Viewer);
        proposals.MapGet("/{id:guid}", ListProposals.OneAsync).RequireAuthorization(Policies.Viewer);
        proposals.MapPost("/{id:guid}/submit", SubmitProposal.HandleAsync).RequireAuthorization(Policies.Recorder);
        proposals.MapPost("/{id:guid}/decide", DecideProposal.HandleAsync).RequireAuthorization(Policies.Recorder);
        proposals.MapPost("/{id:guid}/release", ReleaseProposal.HandleAsync).RequireAuthorization(Policies.Releaser);
        proposals.MapPost("/{id:guid}/return", ReturnOrReject.ReturnAsync).RequireAuthorization(Policies.Releaser);
        proposals.MapPost("/{id:guid}/reject", ReturnOrReject.RejectAsync).RequireAuthorization(Policies.Releaser);

        var orders = routes.MapGroup("/api/v1/orders").WithTags("Evacuation");
        orders.MapGet("/", ListOrders.HandleAsync).AllowAnonymous();
        orders.MapPost("/{id:guid}/lift", AskLift.HandleAsync).RequireAuthorization(Policies.Recorder);
    }
}
