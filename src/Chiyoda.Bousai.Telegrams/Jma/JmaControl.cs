using Chiyoda.Bousai.Domain.Feeds;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Control: what the transmission says of itself.</summary>
/// <param name="Title">Control/Title: identifies the kind of telegram, unlike Head/Title, which is for display.</param>
/// <param name="ControlAt">Control/DateTime: when it was transmitted; UTC.</param>
/// <param name="Status">通常, 訓練 or 試験; <see langword="null"/> when the word is none of them, and then never treated as 通常.</param>
/// <param name="StatusWord">The word as it came.</param>
/// <param name="EditorialOffice">The office that wrote it.</param>
/// <param name="PublishingOffice">The office or offices in whose name it is issued.</param>
public sealed record JmaControl(
    string Title,
    DateTimeOffset ControlAt,
    TelegramStatus? Status,
    string StatusWord,
    string EditorialOffice,
    string PublishingOffice);
