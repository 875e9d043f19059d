namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Words of the interfaces for what is judged of an alert.</summary>
public static class CapWords
{
    /// <summary>The word for what a signature is worth.</summary>
    /// <param name="signature">What it is worth.</param>
    /// <returns>For example <c>wrong-digest</c>.</returns>
    public static string Of(CapSignature signature) => signature switch
    {
        CapSignature.None => "none",
        CapSignature.Valid => "valid",
        CapSignature.WrongDigest => "wrong-digest",
        CapSignature.WrongSignature => "wrong-signature",
        _ => "wrong-certificate",
    };
}
