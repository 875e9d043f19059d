using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Evacuation;

/// <summary>Proposals, decisions, orders.</summary>
internal static class EvacuationFeature
{
    public static void AddEvacuation(this IServiceCollection services, HubRoles roles)
    {
        services.AddSingleton<ReleaseTurn>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<AdviceMaker>();
        services.AddScoped<ProposalMaker>();
        services.AddScoped<PictureMaker>();
        services.AddScoped<OrderPapers>();
        if (roles.HasFlag(HubRoles.Worker))
        {
            services.AddHostedService<DraftReaper>();
        }
    }

    public static void MapEvacuation(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/v1/authorities").WithTags("Evacuation").MapGet("/", ListAuthorities.Handle).RequireAuthorization(Policies.Viewer)
            .Describe("listAuthorities", "Who may decide, on which law, up to which level.");
        MapProposals(routes.MapGroup("/api/v1/proposals").WithTags("Evacuation"));

        var orders = routes.MapGroup("/api/v1/orders").WithTags("Evacuation");
        orders.MapGet("/", ListOrders.HandleAsync).AllowAnonymous()
            .Describe("listOrders", "What is in force, and what ended in the last 24 h.");
        routes.MapGet("/api/v1/orders.csv", OrdersCsv.HandleAsync).WithTags("Evacuation").AllowAnonymous()
            .Describe("listOrdersAsCsv", "The six fields that are published of every order, as a table for spreadsheets; unknown numbers say 不明.")
            .Produces<Stream>(contentType: "text/csv");
        orders.MapGet("/{id:guid}/documents", ReadPapers.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getOrderDocuments", "What the law asks for after the last act on an order, and what is typed into systems elsewhere, with what differs since the last entry; with `version` the papers of an earlier version.")
            .Refuses(EvacuationRefusals.UnknownOrder);
        orders.MapPost("/{id:guid}/transcribed", ReadPapers.EnterAsync).RequireAuthorization(Policies.Recorder)
            .Describe("enterTranscript", "Notes that a version of an order was typed into a system elsewhere. A second time changes nothing.")
            .Refuses(EvacuationRefusals.UnknownOrder, EvacuationRefusals.UnknownTranscript, EvacuationRefusals.StaleVersion);
        orders.MapPost("/{id:guid}/reported", ReadPapers.ReportAsync).RequireAuthorization(Policies.Recorder)
            .Describe("reportOrder", "Notes that a version of an order was reported to the governor, or told to the prefecture: means, hearer, time. The task that asks for it is done by it.")
            .Refuses(EvacuationRefusals.UnknownOrder, EvacuationRefusals.ReportNotDue, EvacuationRefusals.ReportHearer, EvacuationRefusals.ReportTime);
        MapChange(orders, Act.Lower, "lower", "askLower", "Asks to lower an order, whole or in part: one decision ends the level and issues a lower one.");
        MapChange(orders, Act.Lift, "lift", "askLift", "Asks to lift an order, whole or in part; it is decided and released like any other act.");
        MapChange(orders, Act.Update, "update", "askUpdate", "Asks to update text, areas, audience or action of an order; the level stays.");
        MapChange(orders, Act.Correct, "correct", "askCorrect", "Asks to correct what was said, within 24 h also a lift or a voiding that was wrong; who got the wrong message gets the right one first.");
        MapChange(orders, Act.Void, "void", "askVoid", "Asks to void an order that was sent by mistake; who got the message, and nobody else, hears of it. No lift.");
    }

    private static void MapChange(RouteGroupBuilder orders, Act act, string path, string name, string sentence) =>
        orders.MapPost($"/{{id:guid}}/{path}", AskChange.HandleAsync).WithMetadata(new AskChange.Asked(act)).RequireAuthorization(Policies.Recorder)
            .Describe(name, sentence)
            .Refuses(
                EvacuationRefusals.UnknownOrder, EvacuationRefusals.StaleVersion, EvacuationRefusals.OrderEnded, EvacuationRefusals.ReasonMissing,
                act == Act.Lift ? EvacuationRefusals.LiftAlreadyAsked : EvacuationRefusals.ChangeAlreadyAsked)
            .Refuses(act switch
            {
                Act.Lift => [EvacuationRefusals.AreasOutside, EvacuationRefusals.GroundsMissing, EvacuationRefusals.Unsayable],
                Act.Lower => [EvacuationRefusals.AreasOutside, EvacuationRefusals.LevelNotLower, EvacuationRefusals.GroundsMissing, EvacuationRefusals.Unsayable, EvacuationRefusals.AudienceUnspoken, EvacuationRefusals.ShelterUnsound],
                Act.Update =>
                [
                    EvacuationRefusals.AreasGivenUp, EvacuationRefusals.LevelChanges, EvacuationRefusals.NothingChanges, EvacuationRefusals.UnknownArea,
                    EvacuationRefusals.Unsayable, EvacuationRefusals.AudienceUnspoken, EvacuationRefusals.ShelterUnsound,
                ],
                Act.Correct => [EvacuationRefusals.NothingChanges, EvacuationRefusals.UnknownArea, EvacuationRefusals.LevelUnsound, EvacuationRefusals.Unsayable, EvacuationRefusals.AudienceUnspoken, EvacuationRefusals.ShelterUnsound],
                _ => [EvacuationRefusals.Unsayable],
            });

    private static void MapProposals(RouteGroupBuilder proposals)
    {
        proposals.MapGet("/", ListProposals.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listProposals", "The proposals, open ones first, then the newest.");
        proposals.MapGet("/{id:guid}", ListProposals.OneAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getProposal", "One proposal with its evidence and consequences.")
            .Refuses(EvacuationRefusals.UnknownProposal);
        proposals.MapPost("/", DrawUpProposal.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("drawUpProposal", "A person draws up an order that no criterion proposed; a draft like a rule's.")
            .Refuses(Unsound);
        proposals.MapPost("/{id:guid}/revise", DrawUpProposal.ReviseAsync).RequireAuthorization(Policies.Recorder)
            .Describe("reviseProposal", "Changes what a draft or a returned proposal says.")
            .Refuses(RefusalsOf(ProposalStep.Revise)).Refuses(Unsound)
            .Refuses(EvacuationRefusals.NotRevisable, EvacuationRefusals.NothingChanges);
        proposals.MapPost("/{id:guid}/discard", DrawUpProposal.DiscardAsync).RequireAuthorization(Policies.Recorder)
            .Describe("discardProposal", "Drops a draft, with the reason. Final.")
            .Refuses(RefusalsOf(ProposalStep.Discard)).Refuses(EvacuationRefusals.ReasonMissing);
        proposals.MapPost("/{id:guid}/submit", SubmitProposal.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("submitProposal", "A person stands behind a proposal and asks for the decision.")
            .Refuses(RefusalsOf(ProposalStep.Submit));
        proposals.MapPost("/{id:guid}/withdraw", SubmitProposal.WithdrawAsync).RequireAuthorization(Policies.Recorder)
            .Describe("withdrawProposal", "Its submitter takes a proposal back, with the reason; a decision recorded on it is void.")
            .Refuses(RefusalsOf(ProposalStep.Withdraw)).Refuses(EvacuationRefusals.NotTheSubmitter, EvacuationRefusals.ReasonMissing);
        proposals.MapPost("/{id:guid}/decide", DecideProposal.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("decideProposal", "Records what a holder of authority decided (決裁): who, on which law, how, when, in which words, heard by whom.")
            .Refuses(RefusalsOf(ProposalStep.Decide))
            .Refuses(EvacuationRefusals.UnknownAuthority, EvacuationRefusals.AuthorityDoesNotCover, EvacuationRefusals.DecisionInTheFuture, EvacuationRefusals.PrincipalNotDeclared);
        proposals.MapPost("/{id:guid}/attempts", ContactHolders.NoteAsync).RequireAuthorization(Policies.Recorder)
            .Describe("noteAttempt", "Notes a try to reach a holder of authority: whom, how, when, with what result.")
            .Refuses(RefusalsOf(ProposalStep.Contact))
            .Refuses(EvacuationRefusals.UnknownAuthority, EvacuationRefusals.DecisionInTheFuture, EvacuationRefusals.TooManyAttempts);
        proposals.MapPost("/{id:guid}/unreachable", ContactHolders.DeclareAsync).RequireAuthorization(Policies.Recorder)
            .Describe("declareUnreachable", "Declares a holder of authority out of reach after a try, so that the next one is asked (連絡不能を宣言し代行へ).")
            .Refuses(RefusalsOf(ProposalStep.Contact))
            .Refuses(EvacuationRefusals.UnknownAuthority, EvacuationRefusals.NoAttempt, EvacuationRefusals.AlreadyUnreachable, EvacuationRefusals.ReasonMissing);
        proposals.MapPost("/{id:guid}/release", ReleaseProposal.HandleAsync).RequireAuthorization(Policies.Releaser)
            .Describe("releaseProposal", "A second person confirms area, level and text, and lets the decision out (二人確認).")
            .Refuses(RefusalsOf(ProposalStep.Release))
            .Refuses(
                EvacuationRefusals.ReleaserIsSubmitter, EvacuationRefusals.HigherInForce, EvacuationRefusals.ActionsDiffer, EvacuationRefusals.OrderEnded,
                EvacuationRefusals.OrderChanged, EvacuationRefusals.WholeWard, EvacuationRefusals.DuplicateSend, EvacuationRefusals.ContradictsLift, EvacuationRefusals.OldDecision,
                EvacuationRefusals.VoidsWhatStood,
                EvacuationRefusals.BreakGlassNotForThis, EvacuationRefusals.BreakGlassNotAlone, EvacuationRefusals.ReasonMissing,
                StaffSessions.StepUpNeeded, StaffSessions.WrongPassword, StaffSessions.Locked);
        proposals.MapPost("/{id:guid}/return", ReturnOrReject.ReturnAsync).RequireAuthorization(Policies.Releaser)
            .Describe("returnProposal", "Sends a proposal back, with the reason; a decision recorded on it is void.")
            .Refuses(RefusalsOf(ProposalStep.Return)).Refuses(EvacuationRefusals.ReasonMissing);
        proposals.MapPost("/{id:guid}/reject", ReturnOrReject.RejectAsync).RequireAuthorization(Policies.Releaser)
            .Describe("rejectProposal", "Decides not to do it, with the reason. Final.")
            .Refuses(RefusalsOf(ProposalStep.Reject)).Refuses(EvacuationRefusals.ReasonMissing);
    }

    private static readonly Refusal[] Unsound =
    [
        EvacuationRefusals.LevelUnsound, EvacuationRefusals.AreasMissing, EvacuationRefusals.UnknownArea, EvacuationRefusals.UnknownCause,
        EvacuationRefusals.Unsayable, EvacuationRefusals.AudienceUnspoken, EvacuationRefusals.ReasonMissing, EvacuationRefusals.ShelterUnsound,
    ];

    /// <summary>Every «no» that the state table has for a step, and those before the table is asked.</summary>
    private static Refusal[] RefusalsOf(ProposalStep step) =>
    [
        EvacuationRefusals.UnknownProposal,
        EvacuationRefusals.StaleVersion,
        .. Enum.GetValues<ProposalState>().Select(state => ProposalLifecycle.Next(state, step).TryGet(out _, out var refusal) ? null : refusal).OfType<Refusal>().Distinct(),
    ];
}
