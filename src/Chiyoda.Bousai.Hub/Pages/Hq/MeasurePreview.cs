using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>What is typed into the editor, as it would be said and what it would do; nothing of it is saved.</summary>
/// <param name="Proposal">The proposal that it would make.</param>
/// <param name="Outlook">What that would do to the orders in force.</param>
/// <param name="Texts">The words in every language.</param>
/// <param name="Channels">The words by channel, with limits.</param>
/// <param name="Pack">Names of areas and shelters.</param>
internal sealed record MeasurePreview(Proposal Proposal, Outlook Outlook, OutgoingTexts Texts, ChannelPreview Channels, WardPack Pack);

/// <summary>Makes previews, from the same parts as the page of a saved proposal.</summary>
internal sealed class MeasurePreviewer(BousaiDbContext db, WardPack pack, OrderTexts texts, PortalTexts words, IOptions<PushOptions> push)
{
    public async Task<MeasurePreview> MakeAsync(Proposal proposal, HqFrame frame, CancellationToken cancellationToken)
    {
        var outlook = await Outlook.ReadAsync(proposal, db, pack, frame.Now, cancellationToken);
        var said = OutgoingTexts.Of(proposal, outlook.Beside, frame.Now, frame.IsExercise, pack, texts, words);
        var mailTitle = EmergencyMailTitle.Of(proposal.Act, proposal.Measure.Level, frame.IsExercise);
        return new MeasurePreview(proposal, outlook, said, ChannelPreview.Of(said, mailTitle, proposal.Measure.Areas, pack, push.Value.PublicUrl), pack);
    }
}
