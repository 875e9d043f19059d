namespace Chiyoda.Bousai.Infrastructure.Hosting;

/// <summary>A secret that every node of a deployment must have in common, by the name of its file: it goes with the database, and with its backup.</summary>
public sealed class HubSecret(string name, string value)
{
    public string Name { get; private set; } = name;

    public string Value { get; private set; } = value;
}
