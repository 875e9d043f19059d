namespace Chiyoda.Bousai.Domain.Feeds;

/// <summary>A source of information that the ward listens to.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name as staff read it.</param>
/// <param name="Mode">How it tells that it is alive.</param>
/// <param name="Required">Whether the part it feeds is unknown without it.</param>
public sealed record SourceDefinition(string Id, string Name, SourceMode Mode, bool Required);
