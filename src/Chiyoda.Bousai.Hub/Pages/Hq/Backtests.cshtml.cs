using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Backtests;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>基準の検証: what the criteria would have made of telegrams of the past, beside criteria on trial. Nothing is kept, nothing is sent.</summary>
[RecorderPosts]
[RequestSizeLimit(MaxOctets)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxOctets, ValueCountLimit = 512)]
internal sealed class BacktestsModel(BackTestDesk desk, WardPack pack) : HqPage
{
    /// <summary>Rows that are shown; the command prints all.</summary>
    public const int MaxRows = 300;

    private const int MaxOctets = 68 << 20;
    private const string Typing = "yyyy-MM-dd'T'HH:mm";
    private const string Form = "run";

    public BackTestResult? Result { get; private set; }

    public IReadOnlyList<PackProblem> Problems => desk.Problems;

    /// <summary>Those whose level can be tried: telegrams say nothing of gauges.</summary>
    /// <summary>The criteria whose level can be tried here.</summary>
    public IReadOnlyList<Criterion> Criteria { get; } = [.. pack.Criteria.Where(criterion => criterion.Warning?.Level is not null)];

    public WardPack Pack => pack;

    /// <summary>What was asked, for the sentence over a result.</summary>
    public BackTestAsk? Asked { get; private set; }

    public string From => Typed("from");

    public string Until => Typed("until");

    public bool OnAnyDay => !Request.HasFormContentType || Request.Form["anyDay"] == "true";

    public async Task<IActionResult> OnPostRunAsync(
        string? from, string? until, IReadOnlyList<IFormFile>? telegrams, IReadOnlyList<IFormFile>? gauges, IReadOnlyList<IFormFile>? criteria, bool anyDay, CancellationToken cancellationToken)
    {
        Refusal? refusal;
        if (Read(from, until, telegrams ?? [], gauges ?? [], criteria ?? [], anyDay).TryGet(out var ask, out refusal))
        {
            Asked = ask;
            if ((await desk.RunAsync(ask, cancellationToken)).TryGet(out var result, out refusal))
            {
                Result = result;
                return Page();
            }
        }

        Refuse(Form, refusal);
        return Page();
    }

    /// <summary>The level from which a criterion is to be tried: as typed, otherwise its own.</summary>
    public int LevelOf(Criterion criterion) =>
        Request.HasFormContentType && int.TryParse(Request.Form[Name(criterion)], NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : criterion.Warning!.Grade;

    public static string Name(Criterion criterion) => $"level-{criterion.Id}";

    private string Typed(string field) => Request.HasFormContentType ? Request.Form[field].ToString() : string.Empty;

    private Outcome<BackTestAsk> Read(
        string? from, string? until, IReadOnlyList<IFormFile> telegrams, IReadOnlyList<IFormFile> gauges, IReadOnlyList<IFormFile> criteria, bool anyDay)
    {
        var hasSpan = !string.IsNullOrWhiteSpace(from) || !string.IsNullOrWhiteSpace(until);
        if (!hasSpan && telegrams.Count == 0 && gauges.Count == 0)
        {
            return BackTestRefusals.NothingChosen;
        }

        var (begin, end) = (Instant(from), Instant(until));
        return hasSpan && !(begin < end)
            ? BackTestRefusals.SpanUnreadable
            : new BackTestAsk(begin, end, telegrams, gauges, criteria, Criteria.ToDictionary(criterion => criterion.Id, LevelOf, StringComparer.Ordinal), anyDay);
    }

    private static DateTimeOffset? Instant(string? typed) =>
        DateTimeOffset.TryParseExact(typed + "+09:00", Typing + "zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
