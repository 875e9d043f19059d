namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>
/// What the XML signature of an alert is worth. It is a fact about the alert, never a reason not to read it. <see cref="Valid"/> says
/// that the octets are those that were signed with the key that stands beside them; whom that key belongs to is not asked, since
/// no list of trusted senders is part of CAP.
/// </summary>
/// <remarks>When several things are wrong, the first of this order is said: digest, certificate, signature.</remarks>
public enum CapSignature
{
    /// <summary>The alert carries no signature.</summary>
    None,

    /// <summary>Every signature of the alert covers all of it and verifies.</summary>
    Valid,

    /// <summary>What was signed is not this alert: the digest differs, is not written as XML-DSig prescribes, or stands for something else.</summary>
    WrongDigest,

    /// <summary>The value is not a signature by the key that is named, or of a kind that is not taken.</summary>
    WrongSignature,

    /// <summary>No certificate or key can be used: missing, not readable, not for this kind of signature, not for signing, or
    /// expired before the alert was sent.</summary>
    WrongCertificate,
}
