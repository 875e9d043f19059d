using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>A level as staff see it: number in a shape, word, official colour; never colour alone.</summary>
/// <param name="Level">2–5, or <see langword="null"/> where there is none.</param>
/// <param name="Text">The words.</param>
/// <param name="IsOrder">An order of the ward: without a level it still has the colour of 避難指示.</param>
/// <param name="IsOut">Whether it left the house. What did not is outlined, never solid: nobody takes a draft for an order.</param>
internal sealed record Plate(int? Level, string Text, bool IsOrder, bool IsOut = true)
{
    public static Plate Of(Measure measure) => new(measure.Level, OrderKinds.Spoken(measure.Level), true);

    /// <summary>The level of a proposal, and what is to be done with it unless it is issued.</summary>
    public static Plate Of(Proposal proposal) => new(
        proposal.Measure.Level,
        OrderKinds.Spoken(proposal.Measure.Level) + (proposal.Act == Act.Issue ? string.Empty : " " + proposal.Act.Word()),
        IsOrder: true,
        IsOut: proposal.State == ProposalState.Released);

    public string Style => (Level is { } level ? $"lv{level}" : IsOrder ? "lvn" : "lv0") + (IsOut ? string.Empty : " draft");

    public string Mark => Level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "!";

    /// <summary>5 an octagon, 4 a diamond, 3 a triangle, others a circle: told apart without colour and in print.</summary>
    public string Shape => Level switch
    {
        5 => "M12 2h16l10 10v16L28 38H12L2 28V12z",
        4 => "M20 1l19 19-19 19L1 20z",
        3 => "M20 2l19 35H1z",
        _ => "M20 2a18 18 0 1 1 0 36 18 18 0 0 1 0-36z",
    };
}
