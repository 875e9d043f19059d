using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Shelters;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>避難所: how each place of the register is, and reports that came by telephone or radio.</summary>
internal sealed class SheltersModel(ShelterDesk desk, WardPack pack) : HqPage
{
    public IReadOnlyList<(RegisteredShelter Shelter, ShelterReport? Report)> Places { get; private set; } = [];

    public string AreaName(RegisteredShelter shelter) => pack.Areas.TryGetValue(shelter.Area, out var area) ? area.Name : shelter.Area.Value;

    /// <summary>How many places are so now; unknown are those of which nobody reported within three hours.</summary>
    public int Count(ShelterOpening? state) =>
        Places.Count(place => (place.Report is { } report && report.HoldsAt(Frame.Now) ? report.State : (ShelterOpening?)null) == state);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostReportAsync(string? id, ShelterOpening? state, int? free, string? time, CancellationToken cancellationToken) => TakeAsync(
        StepOf(id), Frame.MayRecord,
        async () => state is not { } chosen || !Enum.IsDefined(chosen) ? HqRefusals.ChoiceMissing
            : ReadTime(time) is not { } at ? HqRefusals.TimeUnreadable
            : await desk.ReportAsync(HqText.Cut(id, 64), new ShelterReport(chosen, free, at), User.ToActor("web"), cancellationToken),
        status => ("~/hq/shelters", $"{pack.Shelters.First(shelter => shelter.Id == status.ShelterId).Name}：{status.State.Word()}を記録しました。"),
        () => ShowAsync(cancellationToken));

    public static string StepOf(string? id) => $"report-{id}";

    /// <summary>Nothing typed is now; a time later than now was yesterday's. A minute is typed, and means all of it that has passed.</summary>
    private DateTimeOffset? ReadTime(string? time)
    {
        if (string.IsNullOrWhiteSpace(time))
        {
            return Frame.Now.ToMicroseconds();
        }

        var today = Frame.Now.DayInJapan();
        var at = SpokenTime.Read(today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), time);
        var end = (at > Frame.Now.AddMinutes(1) ? at.Value.AddDays(-1) : at)?.AddMinutes(1).AddMicroseconds(-1);
        return end > Frame.Now ? Frame.Now.ToMicroseconds() : end;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var reports = await desk.ReadAsync(cancellationToken);
        Places =
        [
            .. pack.Shelters.Where(shelter => shelter.Kind != ShelterKind.Base && shelter.IsValidOn(Frame.Now.DayInJapan())).OrderBy(shelter => shelter.Kind).ThenBy(shelter => shelter.Id, StringComparer.Ordinal)
                .Select(shelter => (shelter, reports.GetValueOrDefault(shelter.Id))),
        ];
        return Page();
    }
}
