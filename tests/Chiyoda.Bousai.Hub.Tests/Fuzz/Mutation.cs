using System.Xml.Linq;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>A telegram that is being changed.</summary>
internal sealed class Mutation(XDocument document, Seeds seeds, Random random)
{
    /// <summary>Where the clocks of fuzzed hubs begin: dates of mutants lie around it, so that the octets of a case never change.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 8, 1, 12, 0, 0, TimeSpan.FromHours(9));

    public XDocument Document => document;

    public Seeds Seeds => seeds;

    public Random Random => random;

    /// <summary>What <see cref="Inner"/> answered last.</summary>
    public XElement? Last { get; private set; }

    /// <summary>Any element below the root; <see langword="null"/> when there is none.</summary>
    public XElement? Inner => Last = Any(element => element.Parent is not null);

    public T OneOf<T>(IReadOnlyList<T> these) => these[random.Next(these.Count)];

    public XElement? Any(Func<XElement, bool> which) => AnyOf(document, random, which);

    public static XElement? AnyOf(XDocument document, Random random, Func<XElement, bool> which)
    {
        var found = document.Descendants().Where(which).ToList();
        return found.Count == 0 ? null : found[random.Next(found.Count)];
    }

    /// <summary>Writes a text into an element without children whose text is of a kind.</summary>
    public void Write(Func<string, bool> kind, string text)
    {
        if (Any(element => !element.HasElements && kind(element.Value)) is { } element)
        {
            element.Value = text;
        }
    }
}
