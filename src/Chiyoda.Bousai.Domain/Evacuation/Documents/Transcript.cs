using System.Globalization;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Evacuation.Documents;

/// <summary>転記票: what staff type into a system elsewhere, field by field in its order.</summary>
/// <param name="Id">Stands in entries of the chronology: never reuse one.</param>
/// <param name="Name">Name of that system.</param>
/// <param name="Basis">Where the fields and their order come from.</param>
/// <param name="LateAfter">After this time without an entry it is late.</param>
/// <param name="Fields">The fields, in the order of that system.</param>
public sealed record Transcript(string Id, string Name, string Basis, TimeSpan LateAfter, IReadOnlyList<TranscriptField> Fields)
{
    /// <summary>Fills the sheet.</summary>
    /// <param name="record">The version that is to be entered.</param>
    /// <returns>A row per field; what is not known says so.</returns>
    public IReadOnlyList<TranscriptRow> Fill(OrderRecord record) => [.. Fields.Select(field => new TranscriptRow(field.Label, ValueOf(field.Value, record) ?? TranscriptRow.Unknown))];

    private static string? ValueOf(TranscriptValue value, OrderRecord record)
    {
        var measure = record.Measure;
        return value switch
        {
            TranscriptValue.Kind => record.Kind,
            TranscriptValue.IssueOrLift => record.IssueOrLift,
            TranscriptValue.At => record.Order.UpdatedAt.ToJapan().ToString("yyyy/MM/dd HH:mm", CultureInfo.InvariantCulture),
            TranscriptValue.Areas => record.AreaNames,
            TranscriptValue.Households => record.Households?.ToString(CultureInfo.InvariantCulture),
            TranscriptValue.Persons => record.Persons?.ToString(CultureInfo.InvariantCulture),
            TranscriptValue.Level => measure.Level is { } level ? level.ToString(CultureInfo.InvariantCulture) : "なし",
            TranscriptValue.Hazard => record.Words.Hazard,
            TranscriptValue.Cause => measure.CauseName.Length == 0 ? "なし" : measure.CauseName,
            TranscriptValue.Audience => record.Words.Audience,
            TranscriptValue.Action => record.Words.Action,
            TranscriptValue.Reason => measure.Reason.Length == 0 ? null : measure.Reason,
            TranscriptValue.DecidedBy => record.Decision?.Office,
            TranscriptValue.Basis => record.Decision?.Basis,
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a value."),
        };
    }
}

/// <summary>A field of the system elsewhere.</summary>
/// <param name="Label">Its label there.</param>
/// <param name="Value">What goes into it.</param>
public sealed record TranscriptField(string Label, TranscriptValue Value);

/// <summary>A field, filled.</summary>
/// <param name="Label">Its label.</param>
/// <param name="Text">What to type; <see cref="Unknown"/> when nobody knows.</param>
public sealed record TranscriptRow(string Label, string Text)
{
    /// <summary>What stands where nothing is known: never 0, never empty.</summary>
    public const string Unknown = "不明";
}

/// <summary>What a field can take.</summary>
public enum TranscriptValue
{
    /// <summary>発令区分.</summary>
    Kind,

    /// <summary>発令／解除.</summary>
    IssueOrLift,

    /// <summary>発令・解除日時, Japan time.</summary>
    At,

    /// <summary>発令地区, names of 町丁目.</summary>
    Areas,

    /// <summary>対象世帯数.</summary>
    Households,

    /// <summary>対象人数.</summary>
    Persons,

    /// <summary>警戒レベル.</summary>
    Level,

    /// <summary>災害種別.</summary>
    Hazard,

    /// <summary>River, coast, slope.</summary>
    Cause,

    /// <summary>対象の人.</summary>
    Audience,

    /// <summary>とるべき行動.</summary>
    Action,

    /// <summary>発令の理由.</summary>
    Reason,

    /// <summary>決裁した職.</summary>
    DecidedBy,

    /// <summary>決裁の根拠.</summary>
    Basis,
}
