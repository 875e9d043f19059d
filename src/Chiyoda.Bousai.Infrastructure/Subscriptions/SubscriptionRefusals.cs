using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>Every «no» of this capability, with its code.</summary>
public static class SubscriptionRefusals
{
    /// <summary>The id is no random UUID, and so no secret.</summary>
    public static readonly Refusal NotRandomId = Invalid(
        "subscriptions.id-not-random", "登録の番号は乱数の UUID（バージョン4）にしてください。");

    /// <summary>No such subscription, or not yours.</summary>
    public static readonly Refusal Unknown = new(
        RefusalKind.Unknown, "subscriptions.unknown", "その登録は見つかりません。もう一度登録してください。");

    /// <summary>Not the shape of a subscription.</summary>
    public static readonly Refusal PlacesMissing = Invalid(
        "subscriptions.places-missing", $"場所を1か所以上、{MostPlaces}か所まで選んでください。");

    /// <summary>Levels other than 3, 4, 5.</summary>
    public static readonly Refusal UnknownLevel = Invalid(
        "subscriptions.unknown-level", "orders には警戒レベル 3、4、5 を指定してください。");

    /// <summary>Too many or too long kinds.</summary>
    public static readonly Refusal TooManyKinds = Invalid(
        "subscriptions.too-many-kinds", "relays と notices の指定が多すぎるか、長すぎます。");

    /// <summary>The keys cannot be encrypted for.</summary>
    public static readonly Refusal KeysUnusable = Invalid(
        "subscriptions.keys-unusable", "ブラウザの鍵（p256dh、auth）を読み取れません。通知をいったん解除し、もう一度登録してください。");

    /// <summary>The endpoint is not one we would connect to.</summary>
    public static readonly Refusal EndpointRefused = Invalid(
        "subscriptions.endpoint-refused", "通知の宛先（endpoint）を受け付けられません。ブラウザのプッシュサービスの https の宛先だけを登録できます。");

    /// <summary>Places of one subscription at most.</summary>
    public const int MostPlaces = 20;

    /// <summary>An area that the ward does not have, by name.</summary>
    public static Refusal UnknownArea(string area) => Invalid(
        "subscriptions.unknown-area", $"区域コード「{Shown(area)}」はありません。区域の一覧から選んでください。");

    /// <summary>A language in which nothing is offered, by name.</summary>
    public static Refusal UnknownLanguage(string language) => Invalid(
        "subscriptions.unknown-language", $"言語「{Shown(language)}」には対応していません。");

    /// <summary>A word for relays that is none.</summary>
    public static Refusal UnknownRelay(string word) => Invalid(
        "subscriptions.unknown-relay", $"relays の「{Shown(word)}」はありません。none、all、または現象の語を指定してください。");

    /// <summary>A word for notices that is none.</summary>
    public static Refusal UnknownNotice(string word) => Invalid(
        "subscriptions.unknown-notice", $"notices の「{Shown(word)}」はありません。none、all、またはお知らせの分類の語を指定してください。");

    private static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, code, message);

    /// <summary>What a stranger wrote comes back short and on one line.</summary>
    private static string Shown(string text) =>
        new([.. text.Where(letter => !char.IsControl(letter)).Take(32)]);
}
