namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>
/// What of a document a signature was made over. XML-DSig means <see cref="Strict"/>; the others leave out only what no fact is read from,
/// and are how signed alerts really are made.
/// </summary>
/// <param name="HasOtherSignatures">The other signatures of the alert are covered.</param>
/// <param name="HasSurroundings">Instructions around the root are covered.</param>
/// <param name="HasBlanks">Texts of blanks only are covered.</param>
internal sealed record Coverage(bool HasOtherSignatures, bool HasSurroundings, bool HasBlanks)
{
    /// <summary>Everything but the signature itself.</summary>
    public static readonly Coverage Strict = new(HasOtherSignatures: true, HasSurroundings: true, HasBlanks: true);

    /// <summary>All that are tried, in this order.</summary>
    public static readonly IReadOnlyList<Coverage> All =
    [
        Strict,

        // Two parties sign the same alert, each before the other's signature was put in (Canada: originator and distributor).
        Strict with { HasOtherSignatures = false },

        // The element is signed, a stylesheet is named in front of it later.
        Strict with { HasOtherSignatures = false, HasSurroundings = false },

        // The element is signed without indentation and indented later (the composer of WMO members does both).
        new(HasOtherSignatures: false, HasSurroundings: false, HasBlanks: false),
    ];
}
