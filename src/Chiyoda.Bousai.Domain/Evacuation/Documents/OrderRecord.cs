using Chiyoda.Bousai.Domain.Areas;

namespace Chiyoda.Bousai.Domain.Evacuation.Documents;

/// <summary>One version of an order as the papers about it tell it: what was done, where, to how many, by whose decision.</summary>
/// <param name="Order">The order after the act.</param>
/// <param name="Act">What made this version.</param>
/// <param name="Before">What held before a lowering, correction, update, lift or void; <see langword="null"/> for an issue.</param>
/// <param name="Areas">The areas of the version, as the ward pack names them; codes that it lost are not among them.</param>
/// <param name="Decision">The decision that it rests on; <see langword="null"/> when it is not found.</param>
/// <param name="Words">Hazard, action and audience as staff read them.</param>
public sealed record OrderRecord(Order Order, Act Act, Measure? Before, IReadOnlyList<Area> Areas, Decision? Decision, MeasureWords Words)
{
    /// <summary>What holds, or what ended.</summary>
    public Measure Measure => Order.Measure;

    /// <summary>The official word; for what ended, the word of what had been issued.</summary>
    public string Kind => OrderKinds.For(Measure.Level).Word();

    /// <summary>発令, 解除 or 取消し: what was sent by mistake was not lifted.</summary>
    public string IssueOrLift => Order.State switch
    {
        OrderState.Lifted => "解除",
        OrderState.Corrected => "取消し（誤発信）",
        OrderState.Replaced => "置換え",
        _ => "発令",
    };

    /// <summary>Residents inside, persons; <see langword="null"/> as soon as one area's number is unknown: a part is not the whole, and unknown is not 0.</summary>
    public int? Persons => Whole(area => area.ResidentsPersons);

    /// <summary>Households inside, by the same rule.</summary>
    public int? Households => Whole(area => area.Households);

    /// <summary>The names of the areas, as they are printed.</summary>
    public string AreaNames => string.Join('、', Areas.Select(area => area.Name))
        + (Areas.Count < Measure.Areas.Count ? $"、ほか{Measure.Areas.Count - Areas.Count}町丁目（名前不明）" : string.Empty);

    private int? Whole(Func<Area, int?> count) =>
        Areas.Count > 0 && Areas.Count == Measure.Areas.Count && Areas.All(area => count(area) is not null) ? Areas.Sum(area => count(area)!.Value) : null;
}

/// <summary>What a measure is called on paper.</summary>
/// <param name="Hazard">Hazard.</param>
/// <param name="Action">Action.</param>
/// <param name="Audience">Audience.</param>
public sealed record MeasureWords(string Hazard, string Action, string Audience);
