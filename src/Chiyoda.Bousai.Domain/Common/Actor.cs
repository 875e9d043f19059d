namespace Chiyoda.Bousai.Domain.Common;

/// <summary>Who did something: a person in a role from a device, or a source without a person.</summary>
/// <param name="PersonId">The person, or <see langword="null"/> when a system or a source acted.</param>
/// <param name="Name">The person's name as on the account, or the name of the source.</param>
/// <param name="Role">The role in which the person acted; empty for a source.</param>
/// <param name="Via">Device or source, for example <c>web</c>, <c>api</c>, <c>post</c>, <c>folder</c>; never an address of a resident.</param>
public sealed record Actor(Guid? PersonId, string Name, string Role, string Via)
{
    /// <summary>The hub itself, by a rule.</summary>
    public static Actor Hub { get; } = new(null, "システム", string.Empty, "hub");

    /// <summary>A source of information.</summary>
    /// <param name="name">The source's name as shown.</param>
    /// <param name="via">How it came in.</param>
    /// <returns>An actor without a person.</returns>
    public static Actor Source(string name, string via) => new(null, name, string.Empty, via);
}
