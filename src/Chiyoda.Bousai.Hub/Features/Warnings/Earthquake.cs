using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;

namespace Chiyoda.Bousai.Hub.Features.Warnings;

/// <summary>An earthquake as the telegrams about it tell it now: what was cancelled is not among them.</summary>
/// <param name="EventId">Head/EventID.</param>
/// <param name="Status">通常, 訓練 or 試験.</param>
/// <param name="Hypocenter">Where and how strong; <see langword="null"/> while only 震度速報 has come.</param>
/// <param name="Strongest">The strongest intensity anywhere; <see langword="null"/> while none has been reported.</param>
/// <param name="Ward">What is known about the ward's intensity.</param>
/// <param name="Stations">The ward's stations, in the order of the telegram.</param>
/// <param name="Remarks">付加文 as issued, the word about tsunami among them.</param>
/// <param name="LongPeriod">長周期地震動; <see langword="null"/> when nothing has been received about it.</param>
/// <param name="ReportedAt">When the newest of its telegrams was issued.</param>
/// <param name="Source">Publishing office.</param>
/// <param name="Telegrams">The telegrams that stand, newest first.</param>
public sealed record Earthquake(
    string EventId,
    TelegramStatus Status,
    Hypocenter? Hypocenter,
    SeismicIntensity? Strongest,
    WardIntensity Ward,
    IReadOnlyList<IntensityObservation> Stations,
    IReadOnlyList<string> Remarks,
    LongPeriod? LongPeriod,
    DateTimeOffset ReportedAt,
    string Source,
    IReadOnlyList<EarthquakeTelegram> Telegrams);

/// <summary>The ward's intensity.</summary>
/// <param name="Intensity">The class; <see langword="null"/> when the telegrams name none for the ward.</param>
/// <param name="IsOfArea">Whether it is that of the area around the ward (細分区域), until the municipality is reported.</param>
/// <param name="IsListComplete">Whether the list of places is that of 震源・震度に関する情報, so that a place that is missing has no reported intensity.</param>
public sealed record WardIntensity(SeismicIntensity? Intensity, bool IsOfArea, bool IsListComplete);

/// <summary>長周期地震動 as 長周期地震動に関する観測情報 tells it: by area, since its stations are few.</summary>
/// <param name="WardClass">長周期地震動階級 0–4 of the area around the ward; <see langword="null"/> when the telegram gives none.</param>
/// <param name="Area">That area as the telegram names it; empty without a class.</param>
/// <param name="Strongest">The greatest class anywhere; <see langword="null"/> when unknown.</param>
/// <param name="Headline">As issued; may be empty.</param>
/// <param name="ReportedAt">When it was issued.</param>
/// <param name="Source">Publishing office.</param>
public sealed record LongPeriod(int? WardClass, string Area, int? Strongest, string Headline, DateTimeOffset ReportedAt, string Source);

/// <summary>One telegram behind it.</summary>
public sealed record EarthquakeTelegram(Guid Id, string Type, string Title, DateTimeOffset ReportedAt);
