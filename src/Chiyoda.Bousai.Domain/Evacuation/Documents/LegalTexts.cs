using System.Globalization;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Domain.Evacuation.Documents;

/// <summary>What the law asks for after an act on an order.</summary>
public enum LegalDuty
{
    /// <summary>知事への報告: at once for an instruction (災害対策基本法60条4項), and for its end (60条5項).</summary>
    Report,

    /// <summary>公示: at once when an instruction is no longer needed (60条5項); an instruction is published in the same form.</summary>
    Announcement,

    /// <summary>情報提供: 高齢者等避難 rests on 56条2項, which asks for no report; the prefecture is told all the same.</summary>
    Information,
}

/// <summary>The words of the papers that the law asks for, from the ward pack.</summary>
/// <param name="Addressee">Who is reported to, for example the governor.</param>
/// <param name="Issuer">In whose name.</param>
/// <param name="Texts">Title and sentence by duty and act; slots <c>order</c>, <c>previous</c>, <c>law</c>, <c>issuer</c>.</param>
public sealed record LegalTexts(string Addressee, string Issuer, IReadOnlyDictionary<(LegalDuty Duty, Act Act), LegalText> Texts)
{
    /// <summary>The slots that a text may name.</summary>
    public static IReadOnlySet<string> Slots { get; } = new HashSet<string>(StringComparer.Ordinal) { "order", "previous", "law", "issuer" };

    /// <summary>What an act makes due. A lowering from an instruction ends it, so that both the report and the announcement are due.</summary>
    /// <param name="act">The act.</param>
    /// <param name="level">The level after the act; for an end the level that ended.</param>
    /// <param name="before">The level before the act, where there was one.</param>
    /// <returns>The duties, the report first.</returns>
    public static IReadOnlyList<LegalDuty> DutiesOf(Act act, int? level, int? before) =>
        level == 3 && !(act is Act.Lower or Act.Correct && before is null or > 3) ? [LegalDuty.Information] : [LegalDuty.Report, LegalDuty.Announcement];

    /// <summary>The article that an order of a level rests on.</summary>
    /// <param name="level">3, 4, 5 or <see langword="null"/>.</param>
    /// <returns>災害対策基本法 with article and paragraph.</returns>
    public static string LawOf(int? level) => $"災害対策基本法第{level switch
    {
        3 => "56条第2項",
        5 => "60条第3項",
        _ => "60条第1項",
    }}";

    /// <summary>Writes the papers of one version.</summary>
    /// <param name="record">The version.</param>
    /// <returns>One paper per duty.</returns>
    public IReadOnlyList<LegalDocument> Write(OrderRecord record)
    {
        var level = record.Measure.Level;
        return [.. DutiesOf(record.Act, level, record.Before is { } before ? before.Level : level).Select(duty =>
        {
            var text = Texts[(duty, record.Act)];
            string Fill(MessageText source) => source.Fill(slot => slot switch
            {
                "order" => OrderKinds.Spoken(level),
                "previous" => OrderKinds.Spoken(record.Before is { } held ? held.Level : level),
                "law" => LawOf(record.Act == Act.Lower && record.Before is { } lowered ? lowered.Level : level),
                _ => Issuer,
            });
            return new LegalDocument(
                duty, Fill(text.Title), duty == LegalDuty.Announcement ? null : Addressee, Issuer, record.Order.UpdatedAt, Fill(text.Sentence), Rows(record));
        })];
    }

    private static TranscriptRow[] Rows(OrderRecord record)
    {
        var measure = record.Measure;
        TranscriptRow[] rows =
        [
            new("発令区分", OrderKinds.Spoken(measure.Level)),
            new("発令／解除", record.IssueOrLift),
            new(record.Order.IsInForce ? "発令日時" : "解除等の日時", record.Order.UpdatedAt.ToJapan().ToString("yyyy年M月d日 H時mm分", CultureInfo.InvariantCulture)),
            new("災害の種別", measure.CauseName.Length == 0 ? record.Words.Hazard : $"{record.Words.Hazard}（{measure.CauseName}）"),
            new("地区", record.AreaNames),
            new("対象世帯数", Count(record.Households, "世帯")),
            new("対象人数", Count(record.Persons, "人")),
        ];
        return !record.Order.IsInForce
            ? rows
            : [.. rows, new("とるべき行動", $"{record.Words.Action}（{record.Words.Audience}）"), new("理由", measure.Reason.Length == 0 ? TranscriptRow.Unknown : measure.Reason)];
    }

    private static string Count(int? number, string unit) =>
        number is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:#,0}{unit}") : TranscriptRow.Unknown;
}

/// <summary>Title and sentence of a paper.</summary>
/// <param name="Title">Title.</param>
/// <param name="Sentence">The sentence before the table.</param>
public sealed record LegalText(MessageText Title, MessageText Sentence);

/// <summary>A paper, written.</summary>
/// <param name="Duty">What it is.</param>
/// <param name="Title">Title.</param>
/// <param name="Addressee">To whom; <see langword="null"/> for what is told to everybody.</param>
/// <param name="Issuer">In whose name.</param>
/// <param name="At">When the act took effect.</param>
/// <param name="Sentence">The sentence before the table.</param>
/// <param name="Rows">The table.</param>
public sealed record LegalDocument(
    LegalDuty Duty, string Title, string? Addressee, string Issuer, DateTimeOffset At, string Sentence, IReadOnlyList<TranscriptRow> Rows);
