namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>How a local push service behaves.</summary>
public sealed class LocalPushServiceOptions
{
    /// <summary>Dates requests, judges tokens and lets messages expire.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Whether each request is kept with its body; <c>false</c> only counts them, for a load that would fill memory.</summary>
    public bool KeepRequests { get; set; } = true;
}
