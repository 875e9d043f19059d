namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>A Kind as it came.</summary>
/// <param name="Name">The name, for example レベル４土砂災害危険警報; empty when absent.</param>
/// <param name="Code">The code; its meaning depends on the kind of telegram. Empty when absent.</param>
/// <param name="Condition">Kind/Condition; empty when absent.</param>
public sealed record JmaKind(string Name, string Code, string Condition);
