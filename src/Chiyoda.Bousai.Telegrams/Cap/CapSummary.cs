using System.Globalization;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>What of an alert is shown on one line of a list, bounded, and what decides whether it holds.</summary>
public sealed record CapSummary
{
    private const int MaxText = 300;
    private const int MaxAreas = 20;

    /// <summary>A clock ahead by more is wrong, and would hold its alert for ever.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>An alert that names no end holds so long after it was sent: CAP 1.2 §3.2.2 leaves that to whoever receives it.</summary>
    public static readonly TimeSpan WithoutEnd = TimeSpan.FromHours(24);

    /// <summary>No alert holds longer, whatever it says.</summary>
    public static readonly TimeSpan HoldsAtMost = TimeSpan.FromDays(30);

    /// <summary>What identifies it.</summary>
    public required CapReference Reference { get; init; }

    /// <summary>Whether it is for everybody and meant: status Actual, scope Public (CAP 1.0: none).</summary>
    public required bool IsActual { get; init; }

    /// <summary>Alert, Update, Cancel, Ack or Error.</summary>
    public required string MsgType { get; init; }

    /// <summary>Whether each of its statements says that the danger is over (responseType AllClear): it ends what it refers to, and holds nothing itself.</summary>
    public bool IsAllClear { get; init; }

    /// <summary>The alerts that it ends, when it is an update, a cancellation or an all-clear.</summary>
    public required IReadOnlyList<CapReference> Ends { get; init; }

    /// <summary>When it was sent: its receipt where it says so without an offset, or lies ahead.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the last of its statements ends, at most <see cref="HoldsAtMost"/> after its receipt.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Language of the texts, as written; empty when not said or when there is no statement.</summary>
    public required string Language { get; init; }

    /// <summary>The sender for people; empty when not said.</summary>
    public required string SenderName { get; init; }

    /// <summary>The event in words of the sender.</summary>
    public required string Event { get; init; }

    /// <summary>In words of the sender; empty when not said.</summary>
    public required string Headline { get; init; }

    /// <summary>Word of the standard.</summary>
    public required string Severity { get; init; }

    /// <summary>Word of the standard.</summary>
    public required string Urgency { get; init; }

    /// <summary>Word of the standard.</summary>
    public required string Certainty { get; init; }

    /// <summary>Places in words of the sender, the first twenty.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>When it is expected to begin; <see langword="null"/> when not said.</summary>
    public DateTimeOffset? OnsetAt { get; init; }

    /// <summary>When the shown statement ends; <see langword="null"/> when not said.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What its signature is worth, a word of <see cref="CapWords"/>.</summary>
    public required string Signature { get; init; }

    /// <summary>Summarises an alert.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="languages">Languages to show it in, first choice first; otherwise its first statement.</param>
    /// <returns>The summary; its texts are one line each, cut, without characters that are not seen but change how a line reads.</returns>
    public static CapSummary Of(CapAlert alert, DateTimeOffset receivedAt, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(languages);
        var sentAt = alert.Sent.At is { } sent && sent <= receivedAt + Ahead ? sent : receivedAt;
        var endsAt = alert.Infos.Select(each => each.Expires?.At ?? sentAt + WithoutEnd).DefaultIfEmpty(sentAt).Max();
        var info = languages.Select(language => alert.Infos.FirstOrDefault(each => (each.Language ?? "en-US").StartsWith(language, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(each => each is not null) ?? (alert.Infos.Count > 0 ? alert.Infos[0] : null);
        var isAllClear = alert.MsgType is "Alert" or "Update" && alert.Infos.Count > 0 && alert.Infos.All(each => each.ResponseTypes is ["AllClear", ..] && each.ResponseTypes.All(type => type == "AllClear"));
        return new CapSummary
        {
            Reference = CapReference.Of(alert),
            IsActual = alert.Status == "Actual" && alert.Scope is null or "Public",
            MsgType = alert.MsgType,
            IsAllClear = isAllClear,
            Ends = isAllClear || alert.MsgType is "Update" or "Cancel" ? [.. CapReference.Parse(alert.References).Where(reference => reference != CapReference.Of(alert))] : [],
            SentAt = sentAt,
            EndsAt = endsAt < receivedAt + HoldsAtMost ? endsAt : receivedAt + HoldsAtMost,
            ReceivedAt = receivedAt,
            Language = Line(info?.Language),
            SenderName = Line(info?.SenderName),
            Event = Line(info?.Event),
            Headline = Line(info?.Headline),
            Severity = info?.Severity ?? "Unknown",
            Urgency = info?.Urgency ?? "Unknown",
            Certainty = info?.Certainty ?? "Unknown",
            Areas = [.. (info?.Areas ?? []).Take(MaxAreas).Select(area => Line(area.AreaDesc))],
            OnsetAt = info?.Onset?.At,
            ExpiresAt = info?.Expires?.At,
            Signature = CapWords.Of(alert.Signature),
        };
    }

    /// <summary>A text of a sender as one line of ours.</summary>
    /// <param name="text">As written; <see langword="null"/> when not said.</param>
    /// <param name="most">Characters that are kept, at least 2; of a longer text an ellipsis stands for the rest.</param>
    /// <returns>The line, without characters that are not seen but change how a line reads.</returns>
    public static string Line(string? text, int most = MaxText)
    {
        var shown = text?.Length > most ? $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…" : text ?? string.Empty;
        return string.Concat(shown.Select(letter => IsUnseen(letter) ? ' ' : letter)).Trim();
    }

    private static bool IsUnseen(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
