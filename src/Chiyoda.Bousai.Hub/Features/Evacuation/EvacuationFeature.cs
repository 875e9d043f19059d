using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http.OpenApi;

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
        routes.MapGroup("/api/v1/authorities").WithTags("Evacuation").MapGet("/", ListAuthorities.Handle).RequireAuthorization(Policies.Viewer)
            .Describe("listAuthorities", "Who may decide, on which law, up to which level.");
        MapProposals(routes.MapGroup("/api/v1/proposals").WithTags("Evacuation"));

        var orders = routes.MapGroup("/api/v1/orders").WithTags("Evacuation");
        orders.MapGet("/", ListOrders.HandleAsync).AllowAnonymous()
            .Describe("listOrders", "What is in force, and what ended in the last 24 h.");
        orders.MapPost("/{id:guid}/lift", AskLift.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("askLift", "Asks to lift an order; it is decided and released like any other act.")
            .Refuses(
                EvacuationRefusals.UnknownOrder, EvacuationRefusals.StaleVersion, EvacuationRefusals.LiftAlreadyAsked, EvacuationRefusals.OrderEnded,
                EvacuationRefusals.ReasonMissing);
    }

    private static void MapProposals(RouteGroupBuilder proposals)
    {
        proposals.MapGet("/", ListProposals.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listProposals", "The proposals, open ones first, then the newest.");
        proposals.MapGet("/{id:guid}", ListProposals.OneAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getProposal", "One proposal with its evidence.")
            .Refuses(EvacuationRefusals.UnknownProposal);
        proposals.MapPost("/{id:guid}/submit", SubmitProposal.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("submitProposal", "A person stands behind a proposal and asks for the decision.")
            .Refuses(RefusalsOf(ProposalStep.Submit));
        proposals.MapPost("/{id:guid}/decide", DecideProposal.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("decideProposal", "Records what a holder of authority decided (決裁): who, on which law, how, when, in which words, heard by whom.")
            .Refuses(RefusalsOf(ProposalStep.Decide))
            .Refuses(EvacuationRefusals.UnknownAuthority, EvacuationRefusals.AuthorityDoesNotCover, EvacuationRefusals.DecisionInTheFuture);
        proposals.MapPost("/{id:guid}/release", ReleaseProposal.HandleAsync).RequireAuthorization(Policies.Releaser)
            .Describe("releaseProposal", "A second person confirms area, level and text, and lets the decision out (二人確認).")
            .Refuses(RefusalsOf(ProposalStep.Release))
            .Refuses(
                EvacuationRefusals.ReleaserIsSubmitter, EvacuationRefusals.HigherInForce, EvacuationRefusals.ActionsDiffer, EvacuationRefusals.OrderEnded,
                EvacuationRefusals.OrderChanged);
        proposals.MapPost("/{id:guid}/return", ReturnOrReject.ReturnAsync).RequireAuthorization(Policies.Releaser)
            .Describe("returnProposal", "Sends a proposal back, with the reason; a decision recorded on it is void.")
            .Refuses(RefusalsOf(ProposalStep.Return)).Refuses(EvacuationRefusals.ReasonMissing);
        proposals.MapPost("/{id:guid}/reject", ReturnOrReject.RejectAsync).RequireAuthorization(Policies.Releaser)
            .Describe("rejectProposal", "Decides not to do it, with the reason. Final.")
            .Refuses(RefusalsOf(ProposalStep.Reject)).Refuses(EvacuationRefusals.ReasonMissing);
    }

    /// <summary>Every «no» that the state table has for a step, and those before the table is asked.</summary>
    private static Refusal[] RefusalsOf(ProposalStep step) =>
    [
        EvacuationRefusals.UnknownProposal,
        EvacuationRefusals.StaleVersion,
        .. Enum.GetValues<ProposalState>().Select(state => ProposalLifecycle.Next(state, step).TryGet(out _, out var refusal) ? null : refusal).OfType<Refusal>().Distinct(),
    ];
}
