using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.Relays;

/// <summary>The words of a relay, from the rule version that was decided: the same for a preview and a message.</summary>
public sealed class RelayTexts(WardPack pack, HubMode mode)
{
    /// <summary>What goes out to those who read one language.</summary>
    public RenderedMessage Render(StandingRelease release, string language)
    {
        ArgumentNullException.ThrowIfNull(release);
        return Render(release.Rule, language, release.Change, release.Grade, release.Previous, release.StatedAt);
    }

    /// <summary>What would be said; in Live only in languages whose sentences somebody checked (design rule 4).</summary>
    public RenderedMessage Render(RelayRule rule, string language, RelayChange change, int grade, int previous, DateTimeOffset reportedAt)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var served = pack.Relays.Serve(rule, language, checkedOnly: mode == HubMode.Live);
        return rule.Wordings[served].Say(served, change, grade, previous, reportedAt) with { IsUnchecked = IsUnchecked(served) };
    }

    /// <summary>Whether nobody has checked the sentences of a language.</summary>
    public bool IsUnchecked(string language) => pack.Relays.CheckedBy.GetValueOrDefault(language) is null;
}
