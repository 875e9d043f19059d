using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Hub.Features.Warnings;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Relays;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Features.Relays;

/// <summary>One rule of the pack as headquarters sees it: whether it tells, what it told, and what it would say now.</summary>
/// <param name="Rule">The version that stands in the pack.</param>
/// <param name="Standing">The record of this version, newest first among those of the same content; <see langword="null"/> when nobody submitted it.</param>
/// <param name="Telling">The version that was released and is not the one in the pack: it does not tell any more. <see langword="null"/> when there is none.</param>
/// <param name="Overtaken">A version on its way whose content is not that of the pack any more: it can only be given up. <see langword="null"/> when there is none.</param>
/// <param name="Last">The newest change under any version; <see langword="null"/> when there was none.</param>
/// <param name="Dispatches">Where the newest one goes out.</param>
/// <param name="InForceNow">What is in force that the rule looks at, strongest first; empty when there is none.</param>
/// <param name="Previews">What it says, by change and language.</param>
internal sealed record RelayRuleView(
    RelayRule Rule,
    StandingRule? Standing,
    StandingRule? Telling,
    StandingRule? Overtaken,
    Relay? Last,
    IReadOnlyList<Dispatch> Dispatches,
    IReadOnlyList<HazardWarning> InForceNow,
    IReadOnlyList<RelayPreview> Previews)
{
    public bool Tells => Standing?.State == StandingRuleState.Released;

    /// <summary>The words of the least grade that is told; of a relay.</summary>
    public string Least => Rule.Wordings[LocalizedText.Japanese].Kinds[Rule.AtLeast];

    public static async Task<IReadOnlyList<RelayRuleView>> ReadAsync(
        BousaiDbContext db, WarningDesk desk, WardPack pack, RelayTexts texts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standing = await db.StandingRules.AsNoTracking().OrderByDescending(rule => rule.SubmittedAt).Take(500).ToListAsync(cancellationToken);
        var board = await desk.BoardAsync(now, TelegramStatus.Normal, cancellationToken);
        var ids = board.Select(warning => warning.TelegramId).Distinct().ToList();
        var types = await db.Telegrams.AsNoTracking().Where(telegram => ids.Contains(telegram.Id))
            .Select(telegram => new { telegram.Id, telegram.Type }).ToDictionaryAsync(telegram => telegram.Id, telegram => telegram.Type, cancellationToken);
        var views = new List<RelayRuleView>();
        foreach (var rule in pack.Relays.All)
        {
            var last = await db.Relays.AsNoTracking().Where(relay => relay.RuleId == rule.Id)
                .OrderByDescending(relay => relay.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            var dispatches = last is null ? [] : await db.Dispatches.AsNoTracking().Where(dispatch => dispatch.DecisionId == last.Id).ToListAsync(cancellationToken);
            var own = standing.Where(each => each.RuleId == rule.Id).ToList();
            var inForce = board.Where(warning => rule.LooksAt(warning, types.GetValueOrDefault(warning.TelegramId, string.Empty)))
                .OrderByDescending(warning => rule.Scale.GradeOf(warning)).ToList();
            views.Add(new RelayRuleView(
                rule,
                own.Find(each => each.Hash == rule.Version && each.State is not (StandingRuleState.Revoked or StandingRuleState.Replaced))
                    ?? own.Find(each => each.Hash == rule.Version),
                own.Find(each => each.State == StandingRuleState.Released && each.Hash != rule.Version),
                own.Find(each => each.State is StandingRuleState.Submitted or StandingRuleState.Decided && each.Hash != rule.Version),
                last,
                dispatches,
                inForce,
                rule.Test is { } test ? PreviewsOf(rule, test, texts) : PreviewsOf(rule, inForce.Count > 0 ? rule.Scale.GradeOf(inForce[0]) : 0, texts, now)));
        }

        return views;
    }

    /// <summary>What the test will say.</summary>
    private static IReadOnlyList<RelayPreview> PreviewsOf(RelayRule rule, AnnouncedTest test, RelayTexts texts) =>
    [
        .. rule.Wordings.Keys.Select(language => new RelayPreview(
            RelayChange.Up, language, texts.IsUnchecked(rule, language), texts.Render(rule, language, RelayChange.Up, AnnouncedTest.Grade, 0, test.At))),
    ];

    /// <summary>Said of what is in force, or of the least that is told.</summary>
    private static IReadOnlyList<RelayPreview> PreviewsOf(RelayRule rule, int inForce, RelayTexts texts, DateTimeOffset now)
    {
        var grade = Math.Max(inForce, rule.AtLeast);
        var lower = rule.Scale.Words.Values.Where(other => other < grade).DefaultIfEmpty(grade).Max();
        return
        [
            .. rule.Wordings[LocalizedText.Japanese].Texts.Keys.Order().SelectMany(change => rule.Wordings.Keys.Select(language =>
            {
                var (holds, before) = change switch
                {
                    RelayChange.Up => (grade, 0),
                    RelayChange.Down or RelayChange.Correct => (lower, grade),
                    _ => (0, grade),
                };
                return new RelayPreview(change, language, texts.IsUnchecked(rule, language), texts.Render(rule, language, change, holds, before, now));
            })),
        ];
    }
}

/// <summary>What a rule would say.</summary>
/// <param name="Change">Of which change.</param>
/// <param name="Language">To readers of this language.</param>
/// <param name="IsUnchecked">Whether nobody checked the sentences of that language.</param>
/// <param name="Message">The words; in another language where live serves a fall-back.</param>
internal sealed record RelayPreview(RelayChange Change, string Language, bool IsUnchecked, RenderedMessage Message);
