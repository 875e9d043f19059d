namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>An element that was read by its rule.</summary>
/// <param name="name">Its name.</param>
internal sealed class CapElement(string name)
{
    private readonly List<CapElement> _children = [];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its text without blanks around it; empty when it has children.</summary>
    public string Content { get; set; } = string.Empty;

    public void Add(CapElement child) => _children.Add(child);

    /// <summary>The text of a child that must be there.</summary>
    public string Text(string name) => Find(name)!;

    /// <summary>The text of a child; <see langword="null"/> when it is not there.</summary>
    public string? Find(string name) => _children.Find(child => child.Name == name)?.Content;

    /// <summary>The texts of all children of a name.</summary>
    public IReadOnlyList<string> Texts(string name) => All(name, child => child.Content);

    /// <summary>What is made of each child of a name.</summary>
    public IReadOnlyList<T> All<T>(string name, Func<CapElement, T> make)
    {
        List<T> made = [];
        foreach (var child in _children)
        {
            if (child.Name == name)
            {
                made.Add(make(child));
            }
        }

        return made;
    }
}
