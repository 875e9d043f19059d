namespace Chiyoda.Bousai.Domain.Common;

/// <summary>Exercise (訓練) or live (実災害): a property of the deployment, stamped in its database, never of a record.</summary>
public enum HubMode
{
    /// <summary>訓練. Nothing can reach a resident as real.</summary>
    Exercise,

    /// <summary>実災害.</summary>
    Live,
}
