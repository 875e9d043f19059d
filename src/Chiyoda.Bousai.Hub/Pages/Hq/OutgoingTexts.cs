using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Dissemination;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>The words that people will read, shown before they leave the house.</summary>
/// <param name="Texts">One per language.</param>
/// <param name="Problem">Why there are none; <see langword="null"/> when there are.</param>
internal sealed record OutgoingTexts(IReadOnlyList<OutgoingText> Texts, string? Problem)
{
    /// <param name="proposal">What is to be released.</param>
    /// <param name="beside">Orders that stay in force after a lift.</param>
    /// <param name="at">The time that the texts name.</param>
    /// <param name="isExercise">Titles then open with the mark that the gateway puts on them.</param>
    /// <param name="pack">The templates.</param>
    /// <param name="texts">Renders them.</param>
    /// <param name="words">Names of languages.</param>
    public static OutgoingTexts Of(
        Proposal proposal, IReadOnlyList<Order> beside, DateTimeOffset at, bool isExercise, WardPack pack, OrderTexts texts, PortalTexts words)
    {
        var measure = proposal.Measure;
        if (measure.Areas.FirstOrDefault(code => !pack.Areas.ContainsKey(new AreaCode(code))) is { } unknown)
        {
            return new OutgoingTexts([], $"区域コード {unknown} が設定にないため、文面を作れません。");
        }

        if (!pack.Messages.Offers(measure.Hazard, proposal.Act, measure.Level, measure.Action))
        {
            return new OutgoingTexts([], "この内容の文面のひな形が設定にありません。発信しても通知は送れません。");
        }

        var remaining = proposal.Act.Ends() ? beside.Select(order => order.Measure).ToList() : [];
        return new OutgoingTexts(
            [.. texts.Languages.Select(language =>
            {
                var message = texts.Render(language, proposal.Act, measure, at, remaining, proposal.Before);
                return new OutgoingText(
                    words.Has(language) ? words[language].Name : language,
                    words.Has(language) ? words[language].HtmlLanguage : language,
                    isExercise ? texts.MarkedAsExercise(message) : message,
                    isExercise ? Gateway.ExerciseMark : string.Empty);
            })],
            null);
    }
}

/// <summary>The words in one language.</summary>
/// <param name="Name">The language in itself.</param>
/// <param name="HtmlLanguage">Its tag for a screen reader.</param>
/// <param name="Message">The words, with the mark of an exercise where it is one.</param>
/// <param name="Mark">The mark of an exercise, with which every title opens; empty in live.</param>
internal sealed record OutgoingText(string Name, string HtmlLanguage, RenderedMessage Message, string Mark);
