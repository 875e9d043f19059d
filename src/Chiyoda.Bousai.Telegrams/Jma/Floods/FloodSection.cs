using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>One 主文 of a flood forecast.</summary>
/// <param name="MainText">The text, line feeds kept.</param>
/// <param name="Rivers">The rivers it is about.</param>
/// <param name="Stations">The stations whose stretch it is about.</param>
public sealed record FloodSection(string MainText, IReadOnlyList<WarningArea> Rivers, IReadOnlyList<StationName> Stations);
