using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Relays;

/// <summary>What a change is to those who hear of it; each has words of its own.</summary>
public enum RelayChange
{
    /// <summary>New, or higher than told.</summary>
    Up,

    /// <summary>Lower than told, and still in force.</summary>
    Down,

    /// <summary>解除: the issuer ended it.</summary>
    Lift,

    /// <summary>訂正: what was told was wrong, and something holds.</summary>
    Correct,

    /// <summary>取消: what was told was wrong, and nothing holds.</summary>
    Cancel,
}

/// <summary>The fixed words of a rule in one language. Nothing in it is made at night: slots are <c>what</c>, <c>previous</c>, <c>place</c>,
/// <c>time</c>.</summary>
/// <param name="Place">Where, as people call it.</param>
/// <param name="Kinds">What each grade of the rule's phenomenon is called, by grade.</param>
/// <param name="TimeFormat">Format of <c>time</c>, Japan time, invariant culture.</param>
/// <param name="Texts">Title and body of each change.</param>
public sealed record RelayWording(
    string Place, IReadOnlyDictionary<int, string> Kinds, string TimeFormat, IReadOnlyDictionary<RelayChange, RelayText> Texts)
{
    /// <summary>The slots that a text may name.</summary>
    public static IReadOnlySet<string> Slots { get; } = new HashSet<string>(StringComparer.Ordinal) { "what", "previous", "place", "time" };

    /// <summary>Says a change.</summary>
    /// <param name="language">The language that this is in.</param>
    /// <param name="change">The change.</param>
    /// <param name="grade">What holds after it; 0 when nothing does, then <c>what</c> is what was told before.</param>
    /// <param name="previous">What was told before; 0 when nothing was, then <c>previous</c> is what holds.</param>
    /// <param name="reportedAt">The issuer's time.</param>
    /// <returns>The message; it asks for nothing, so it has no actions.</returns>
    public RenderedMessage Say(string language, RelayChange change, int grade, int previous, DateTimeOffset reportedAt)
    {
        var text = Texts[change];
        var title = Fill(text.Title);
        var body = Fill(text.Body);
        return new RenderedMessage(language, title, body, body, []);

        string Fill(string source) => MessageText.TryParse(source, out var parsed)
            ? parsed.Fill(slot => slot switch
            {
                "what" => Kinds[grade > 0 ? grade : previous],
                "previous" => Kinds[previous > 0 ? previous : grade],
                "place" => Place,
                "time" => reportedAt.ToJapan().ToString(TimeFormat, CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException($"The loader let the unknown slot «{slot}» pass."),
            })
            : throw new InvalidOperationException("The loader let a broken text pass.");
    }
}

/// <summary>A title and a body with slots.</summary>
/// <param name="Title">Push title; opens by naming the issuer.</param>
/// <param name="Body">Push body; opens by naming the issuer.</param>
public sealed record RelayText(string Title, string Body);
