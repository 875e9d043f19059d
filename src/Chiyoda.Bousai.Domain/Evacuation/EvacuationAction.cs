namespace Chiyoda.Bousai.Domain.Evacuation;

/// <summary>What the people addressed are to do; one action per area at any time.</summary>
public enum EvacuationAction
{
    /// <summary>立退き: leave the area for a safe place.</summary>
    LeaveNow,

    /// <summary>Out of underground and low floors, up in the building.</summary>
    GoUp,

    /// <summary>Stay where you are (一斉帰宅抑制).</summary>
    StayInPlace,

    /// <summary>Away from the slope, to the far and upper side.</summary>
    MoveFromSlope,

    /// <summary>Away from the river and its banks.</summary>
    LeaveRiver,
}
