using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Facilities;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>施設への連絡: whom to call about an order, a proposal or what a criterion was met by, their numbers, and what came of it. Made to be used with one hand at a telephone.</summary>
internal abstract class CallsPage(BousaiDbContext db, FacilityDesk desk, WardPack pack) : HqPage
{
    /// <summary>As many as a person calls in an hour.</summary>
    public const int PageSize = 50;

    private protected BousaiDbContext Db { get; } = db;

    private readonly Dictionary<string, Facility> _register = pack.Facilities.ToDictionary(facility => facility.Id, StringComparer.Ordinal);

    public Guid Id { get; private set; }

    public abstract CallSubject Subject { get; }

    /// <summary>What is called about; empty when it is not there.</summary>
    public string Title { get; private protected set; } = string.Empty;

    public CallSummary? Summary { get; private set; }

    public IReadOnlyList<FacilityCall> Calls { get; private set; } = [];

    public int Skip { get; private set; }

    /// <summary>The call whose form was refused in this request.</summary>
    public Guid? RefusedCall { get; private set; }

    /// <summary>Whether the ward has a register at all.</summary>
    public bool IsRegistered => pack.FacilityWording is not null;

    /// <summary>The page of what is called about.</summary>
    public abstract string Back { get; }

    public string Here => PathOf(Subject, Id);

    /// <summary>Where a round is worked on.</summary>
    public static string PathOf(CallSubject subject, Guid about) => subject switch
    {
        CallSubject.Order => $"~/hq/orders/{about}/calls",
        CallSubject.Proposal => $"~/hq/proposals/{about}/calls",
        CallSubject.Criterion => $"~/hq/facilities/calls/{about}",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Not a subject."),
    };

    /// <summary>The facility as the register has it now; <see langword="null"/> when it is not in it any more.</summary>
    public Facility? Registered(FacilityCall call) => _register.GetValueOrDefault(call.FacilityId);

    public string AreaName(AreaCode code) => pack.Areas.TryGetValue(code, out var area) ? area.Name : code.Value;

    public Task<IActionResult> OnGetAsync(Guid id, int skip, CancellationToken cancellationToken) => ShowAsync(id, skip, cancellationToken);

    public Task<IActionResult> OnPostCallsAsync(Guid id, bool everyKind, CancellationToken cancellationToken) => TakeAsync(
        "calls", Frame.MayRecord,
        () => desk.ListAsync(Subject, id, everyKind, User.ToActor("web"), cancellationToken),
        list => (PathOf(Subject, id), $"連絡一覧を作りました（第{list.Round}回）。上から順に電話し、結果を押してください。"),
        () => ShowAsync(id, 0, cancellationToken));

    public Task<IActionResult> OnPostNoteAsync(
        Guid id, Guid call, int version, CallState? state, string? note, int skip, CancellationToken cancellationToken)
    {
        RefusedCall = call;
        return TakeAsync(
            "note", Frame.MayRecord,
            async () => state is { } now
                ? await desk.NoteAsync(call, version, now, HqText.Cut(note, FacilityCall.MaxNote), User.ToActor("web"), cancellationToken)
                : FacilitiesRefusals.NothingChanges,
            noted => ($"{PathOf(Subject, id)}?skip={Math.Max(0, skip)}", $"{noted.Name}：{noted.State.Word()}"),
            () => ShowAsync(id, skip, cancellationToken));
    }

    /// <summary>Reads what is called about.</summary>
    /// <returns>Its title and newest round, or <see langword="null"/> when it is not there.</returns>
    private protected abstract Task<(string Title, CallSummary? Latest)?> ReadSubjectAsync(Guid id, CancellationToken cancellationToken);

    private async Task<IActionResult> ShowAsync(Guid id, int skip, CancellationToken cancellationToken)
    {
        Id = id;
        if (await ReadSubjectAsync(id, cancellationToken) is not var (title, latest))
        {
            return Missing();
        }

        Title = title;
        Skip = Math.Clamp(skip, 0, 10_000);
        Summary = latest;
        Calls = Summary is null ? [] : await CallFacilities.PageAsync(Db, Summary.List.Id, Skip, PageSize, cancellationToken);
        return Page();
    }
}
