namespace Chiyoda.Bousai.WebPush;

/// <summary>How much a message matters to its receiver; a device low on power asks its push service to keep back the
/// lesser ones.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8030#section-5.3">RFC 8030 section 5.3</seealso>
public enum PushUrgency
{
    /// <summary><c>very-low</c>: only on power and Wi-Fi.</summary>
    VeryLow,

    /// <summary><c>low</c>: on either power or Wi-Fi.</summary>
    Low,

    /// <summary><c>normal</c>: on neither; what a service assumes when nothing is said.</summary>
    Normal,

    /// <summary><c>high</c>: also with a low battery.</summary>
    High,
}
