namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>An element of a sequence of the schema: simple with a type, or made of children.</summary>
/// <param name="Name">Its name, in the namespace of its version.</param>
/// <param name="IsRequired">Whether it must be there at least once.</param>
/// <param name="IsRepeated">Whether it may be there more than once.</param>
/// <param name="Type">Type of its text; <see langword="null"/> when it has children.</param>
/// <param name="Children">Its children in their order; empty when it is simple.</param>
internal sealed record CapRule(string Name, bool IsRequired, bool IsRepeated, CapType? Type, CapRule[] Children)
{
    /// <summary>Whether elements of XML-DSig may follow its children, as CAP 1.2 allows of <c>alert</c>.</summary>
    public bool TakesSignatures { get; init; }
}
