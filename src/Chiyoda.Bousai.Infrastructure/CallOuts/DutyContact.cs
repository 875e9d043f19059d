namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>How somebody on duty is reached.</summary>
public enum DutyMeans
{
    /// <summary>Mail.</summary>
    Mail,

    /// <summary>SMS, by the webhook.</summary>
    Sms,

    /// <summary>A spoken call, by the webhook.</summary>
    Voice,
}

/// <summary>One contact of a post. The address stays here: neither a table nor a log holds it.</summary>
/// <param name="Key">Means and number within the post, for example <c>sms-1</c>.</param>
/// <param name="Means">How.</param>
/// <param name="Address">Where.</param>
public sealed record DutyContact(string Key, DutyMeans Means, string Address)
{
    /// <summary>Never the address.</summary>
    public override string ToString() => Key;
}
