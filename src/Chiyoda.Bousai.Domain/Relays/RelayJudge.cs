using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>Whether a telegram changed something for those who were told, and what. Pure: the same answer however often it is asked.</summary>
public static class RelayJudge
{
    /// <summary>How long after a 解除 that was told a 取消 or 訂正 puts it right; later it begins something new.</summary>
    private static readonly TimeSpan PutRightWithin = TimeSpan.FromHours(24);

    /// <summary>Judges one event under one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="last">What was last told of this event under any version of the rule; <see langword="null"/> when nothing ever was.</param>
    /// <param name="before">The grade in force before the telegram; 0 = none.</param>
    /// <param name="after">The grade in force after it.</param>
    /// <param name="infoType">Of the telegram.</param>
    /// <param name="at">Now.</param>
    /// <returns>What to tell, or <see langword="null"/>: 継続, what is below the rule, what only ran out, and what nobody was told of, is silent.</returns>
    public static RelayNews? Judge(RelayRule rule, Relay? last, int before, int after, InfoType infoType, DateTimeOffset at)
    {
        if (before == after)
        {
            return null;
        }

        var isVoid = infoType is InfoType.Cancel or InfoType.Correction;

        // What ran out by itself since it was told is over: a later telegram neither lifts it nor goes on with it.
        var told = before > 0 && last is { IsOver: false } ? last.Grade : 0;
        if (told == 0)
        {
            return after < before ? null
                : before == 0 && isVoid && last is { Grade: 0 } && at - last.CreatedAt < PutRightWithin ? new RelayNews(RelayChange.Correct, after, 0, ContinuesEpisode: true)
                : after < rule.AtLeast ? null
                : new RelayNews(RelayChange.Up, after, 0, ContinuesEpisode: false);
        }

        if (after == told || (after == 0 && !isVoid && !rule.Scale.EndsByLift))
        {
            return null;
        }

        var change = (after, isVoid) switch
        {
            (0, true) => RelayChange.Cancel,
            (0, false) => RelayChange.Lift,
            (_, true) => RelayChange.Correct,
            _ => after > told ? RelayChange.Up : RelayChange.Down,
        };
        return new RelayNews(change, after, told, ContinuesEpisode: true);
    }

    /// <summary>Whether news waits, by the rule's night: an end or a lowering counts as what it ends, since whoever was woken for it is
    /// told; what was wrong is put right at any hour.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="news">The news.</param>
    /// <param name="at">Now.</param>
    /// <returns>Whether it does not go out now.</returns>
    public static bool WaitsForMorning(RelayRule rule, RelayNews news, DateTimeOffset at) =>
        rule.Night is { } night
        && news.Change is RelayChange.Up or RelayChange.Down or RelayChange.Lift
        && Math.Max(news.Grade, news.Previous) < night.AtLeast
        && RelayNight.Covers(at);

    /// <summary>What is told in the morning of what was held at night.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="last">What was last told; <see langword="null"/> when nothing ever was.</param>
    /// <param name="held">The newest that was held.</param>
    /// <param name="now">The grade in force now.</param>
    /// <returns>What to tell; <see langword="null"/> when what was held does not hold any more.</returns>
    public static RelayNews? InTheMorning(RelayRule rule, Relay? last, Relay held, int now)
    {
        var told = last is { IsOver: false } ? last.Grade : 0;
        return held.Change switch
        {
            RelayChange.Lift => now == 0 && told > 0 ? new RelayNews(RelayChange.Lift, 0, told, ContinuesEpisode: true) : null,
            _ when now == 0 || now == told => null,
            _ when told == 0 => now >= rule.AtLeast ? new RelayNews(RelayChange.Up, now, 0, ContinuesEpisode: false) : null,
            _ => new RelayNews(now > told ? RelayChange.Up : RelayChange.Down, now, told, ContinuesEpisode: true),
        };
    }
}

/// <summary>News of one event for those who hear of it.</summary>
/// <param name="Change">What it is.</param>
/// <param name="Grade">What holds now; 0 = nothing.</param>
/// <param name="Previous">What was told before; 0 = nothing.</param>
/// <param name="ContinuesEpisode">Whether it follows what was told before, and takes its place on the screens where that stands.</param>
public sealed record RelayNews(RelayChange Change, int Grade, int Previous, bool ContinuesEpisode);
