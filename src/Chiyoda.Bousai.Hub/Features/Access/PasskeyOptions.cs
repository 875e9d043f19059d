namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Where passkeys hold. Both empty: at the host and the origin that a request names, behind a proxy of <c>Hub:Proxies</c> too.</summary>
internal sealed class PasskeyOptions
{
    public const string Section = "Passkeys";

    /// <summary>Domain that passkeys are made for (RP ID); empty = the host of the request. Changing it makes every passkey useless.</summary>
    [System.ComponentModel.DataAnnotations.RegularExpression(
        "^[a-z0-9.-]*$", ErrorMessage = "ドメイン名だけを小文字で書いてください。 (Takes a domain name in lower case.)")]
    public string RelyingParty { get; init; } = string.Empty;

    /// <summary>Origins from which a passkey is taken, separated by commas; empty = that of the request.</summary>
    [Origins]
    public string Origins { get; init; } = string.Empty;
}
