using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Shelters;

/// <summary>Why a report about a place is not taken.</summary>
public static class ShelterRefusals
{
    /// <summary>The register has no such place.</summary>
    public static readonly Refusal Unknown = new(RefusalKind.Unknown, "shelters.unknown-shelter", "その避難所は登録にありません。");

    /// <summary>A newer report is there.</summary>
    public static readonly Refusal OlderReport = new(
        RefusalKind.Conflict, "shelters.older-report", "これより新しい時刻の報告があります。いまの状況を確かめて、もう一度報告してください。");

    /// <summary>It is dated ahead.</summary>
    public static readonly Refusal InTheFuture = new(RefusalKind.Invalid, "shelters.in-the-future", "時刻が未来です。時刻を確かめてください。");

    /// <summary>No place has so many.</summary>
    public static readonly Refusal TooManyFree = new(RefusalKind.Invalid, "shelters.too-many-free", "空きの人数は0から100,000までで入れてください。");
}
