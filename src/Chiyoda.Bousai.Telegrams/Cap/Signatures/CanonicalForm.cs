namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>
/// A form of Canonical XML. Version 1.1 differs from 1.0 in attributes of the xml namespace that a part of a document inherits; an alert
/// cannot have such attributes, so that both are one.
/// </summary>
/// <param name="IsExclusive">Exclusive: only namespaces in use are written.</param>
/// <param name="HasComments">Comments are kept.</param>
internal sealed record CanonicalForm(bool IsExclusive, bool HasComments)
{
    /// <summary>Prefixes that the exclusive form treats as the inclusive one does; an empty text is the default namespace.</summary>
    public IReadOnlyList<string> InclusivePrefixes { get; init; } = [];
}
