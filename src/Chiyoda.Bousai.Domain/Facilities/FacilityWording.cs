using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Facilities;

/// <summary>
/// The sentences that go to a facility by mail or fax. A person sends them; they say what the order says, and whom to call back.
/// </summary>
/// <param name="Subject">Subject of the mail, title of the fax.</param>
/// <param name="Lines">What is said while the order is in force.</param>
/// <param name="EndedLines">What is said once it has ended.</param>
/// <param name="CheckedBy">Who checked the sentences; <see langword="null"/> when nobody has.</param>
public sealed record FacilityWording(MessageText Subject, IReadOnlyList<MessageText> Lines, IReadOnlyList<MessageText> EndedLines, string? CheckedBy)
{
    /// <summary>The slots that a sentence may name.</summary>
    public static IReadOnlySet<string> Slots { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "ward", "facility", "order", "cause", "areas", "action", "reason", "time", "contact", "ending",
    };

    /// <summary>Fills the slots.</summary>
    /// <param name="fill">The value of each slot.</param>
    /// <param name="hasEnded">Whether the order is over.</param>
    /// <returns>Subject and lines.</returns>
    public FacilityLetter Write(Func<string, string> fill, bool hasEnded) =>
        new(Subject.Fill(fill), [.. (hasEnded ? EndedLines : Lines).Select(line => line.Fill(fill))]);
}

/// <summary>What goes to one facility.</summary>
/// <param name="Subject">Subject of the mail, title of the fax.</param>
/// <param name="Lines">Its lines.</param>
public sealed record FacilityLetter(string Subject, IReadOnlyList<string> Lines);
