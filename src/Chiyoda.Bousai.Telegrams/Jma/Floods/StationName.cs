namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>An observation station (水位観測所, 流量観測所).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its code, seventeen digits; empty when absent.</param>
/// <param name="Location">Where it stands, as text.</param>
public sealed record StationName(string Name, string Code, string Location);
