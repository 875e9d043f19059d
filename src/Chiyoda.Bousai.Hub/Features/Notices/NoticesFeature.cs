using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Features.Notices;

/// <summary>Notices of the ward (区のお知らせ): written by one person, let out by another, and never taken for an order.</summary>
internal static class NoticesFeature
{
    public static void AddNotices(this IServiceCollection services, HubRoles roles)
    {
        services.AddScoped<NoticeDesk>();
        if (roles.HasFlag(HubRoles.Worker))
        {
            services.AddHostedService<NoticeReaper>();
        }
    }

    public static void MapNotices(this IEndpointRouteBuilder routes)
    {
        var notices = routes.MapGroup("/api/v1/notices").WithTags("Notices");
        notices.MapGet("/", ListNotices.HandleAsync).AllowAnonymous()
            .Describe("listNotices", "Notices of the ward that hold, and those that ended in the last 24 h. No orders.");
        notices.MapGet("/templates", ListNotices.Templates).RequireAuthorization(Policies.Viewer)
            .Describe("listNoticeTemplates", "The usual notices, with the blanks to fill in.");
        notices.MapGet("/open", ListNotices.OpenAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listOpenNotices", "Acts on notices on their way: what criteria propose, drafts, what waits for the second person.");
        notices.MapGet("/{id:guid}", ListNotices.OneAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getNotice", "One notice with every act on it, on its way or done.")
            .Refuses(NoticeRefusals.Unknown);
        notices.MapPut("/{id:guid}", WriteNotice.HandleAsync).RequireAuthorization(Policies.Recorder)
            .Describe("writeNotice", "Writes a draft under an id of the caller's; the same again changes nothing. Nothing is sent.")
            .Refuses(NoticeRefusals.IdTaken).Refuses(Unsound);
        notices.MapPost("/{id:guid}/revise", WriteNotice.ReviseAsync).RequireAuthorization(Policies.Recorder)
            .Describe("reviseNotice", "Changes what a draft, or what was returned, says.")
            .Refuses(RefusalsOf(NoticeStep.Revise)).Refuses(Unsound).Refuses(NoticeRefusals.WithdrawalNotRevisable);
        notices.MapPost("/{id:guid}/submit", StepNotice.SubmitAsync).RequireAuthorization(Policies.Recorder)
            .Describe("submitNotice", "A person stands behind it and asks for the second look.")
            .Refuses(RefusalsOf(NoticeStep.Submit)).Refuses(NoticeRefusals.Expired);
        notices.MapPost("/{id:guid}/return", StepNotice.ReturnAsync).RequireAuthorization(Policies.Releaser)
            .Describe("returnNotice", "The second person sends it back, with the reason.")
            .Refuses(RefusalsOf(NoticeStep.Return)).Refuses(NoticeRefusals.ReasonMissing);
        notices.MapPost("/{id:guid}/discard", StepNotice.DiscardAsync).RequireAuthorization(Policies.Recorder)
            .Describe("discardNotice", "Drops what is not out yet, with the reason. Nothing is sent.")
            .Refuses(RefusalsOf(NoticeStep.Discard)).Refuses(NoticeRefusals.ReasonMissing);
        notices.MapPost("/{id:guid}/release", StepNotice.ReleaseAsync).RequireAuthorization(Policies.Releaser)
            .Describe("releaseNotice", "A second person confirms areas, text and time, and lets it out (二人確認).")
            .Refuses(RefusalsOf(NoticeStep.Release))
            .Refuses(
                NoticeRefusals.ReleaserIsSubmitter, NoticeRefusals.Expired, NoticeRefusals.Ended, NoticeRefusals.Changed, NoticeRefusals.WholeWard,
                NoticeRefusals.DuplicateSend, StaffSessions.StepUpNeeded, StaffSessions.WrongPassword, StaffSessions.Locked);
        notices.MapPost("/{id:guid}/correct", WriteNotice.CorrectAsync).RequireAuthorization(Policies.Recorder)
            .Describe("correctNotice", "Asks to put a notice right; who got the wrong text gets the right one first.")
            .Refuses(OfChanges).Refuses(Unsound).Refuses(NoticeRefusals.NothingChanges);
        notices.MapPost("/{id:guid}/withdraw", WriteNotice.WithdrawAsync).RequireAuthorization(Policies.Recorder)
            .Describe("withdrawNotice", "Asks to take a notice back; who got it, and nobody else, is told so.")
            .Refuses(OfChanges).Refuses(NoticeRefusals.SlotTooLong, NoticeRefusals.OrderWords);
    }

    private static readonly Refusal[] Unsound =
    [
        NoticeRefusals.UnknownTemplate, NoticeRefusals.UnknownSlot, NoticeRefusals.SlotMissing, NoticeRefusals.SlotTooLong, NoticeRefusals.AreasMissing,
        NoticeRefusals.UnknownArea, NoticeRefusals.ValidTooShort, NoticeRefusals.ValidTooLong, NoticeRefusals.OrderWords,
    ];

    private static readonly Refusal[] OfChanges =
    [
        NoticeRefusals.Unknown, NoticeRefusals.StaleVersion, NoticeRefusals.Ended, NoticeRefusals.ChangeAlreadyAsked, NoticeRefusals.ReasonMissing,
    ];

    /// <summary>Every «no» that the state table has for a step, and those before the table is asked.</summary>
    private static Refusal[] RefusalsOf(NoticeStep step) =>
    [
        NoticeRefusals.Unknown,
        NoticeRefusals.StaleVersion,
        .. Enum.GetValues<NoticeEditionState>().Select(state => NoticeLifecycle.Next(state, step).TryGet(out _, out var refusal) ? null : refusal).OfType<Refusal>().Distinct(),
    ];
}
