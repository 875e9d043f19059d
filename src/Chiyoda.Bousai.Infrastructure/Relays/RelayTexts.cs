using Chiyoda.Bousai.Domain.Areas;
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
        RenderedMessage Say(string served) => rule.Wordings[served].Say(served, change, grade, previous, reportedAt) with { IsUnchecked = IsUnchecked(rule, served) };
        string Serve(string wanted) => pack.Relays.Serve(rule, wanted, checkedOnly: mode == HubMode.Live);

        // Who gets easy Japanese without having asked for Japanese sees at least in English what it is, as in an order.
        var served = Serve(language);
        return served == LocalizedText.EasyJapanese && language != served && Serve("en") is "en" and var english
            ? Say(served).EndingWith($"\n{Say(english).Title}")
            : Say(served);
    }

    /// <summary>Whether nobody has checked the sentences of a rule in a language.</summary>
    public bool IsUnchecked(RelayRule rule, string language) => pack.Relays.CheckedByOf(rule, language) is null;
}
