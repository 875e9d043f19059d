namespace Chiyoda.Bousai.Hub.Features.Portal;

/// <summary>The public pages.</summary>
public enum PortalPage
{
    /// <summary>The first page: the same address on a quiet day and in an alert.</summary>
    Home,

    /// <summary>All facts as text on one page, without script.</summary>
    Lite,

    /// <summary>Where people ask for notifications.</summary>
    Notify,

    /// <summary>Hazard information by outside authorities, whole.</summary>
    Warnings,

    /// <summary>Earthquakes of the last days and the ward's intensity.</summary>
    Earthquakes,

    /// <summary>What is issued for the ward's tsunami forecast regions.</summary>
    Tsunami,

    /// <summary>Notices of the ward: those that hold, and those that ended lately.</summary>
    Notices,
}
