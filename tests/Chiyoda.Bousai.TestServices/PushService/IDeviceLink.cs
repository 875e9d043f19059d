namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>An open connection to a device: a websocket of Firefox, a Google stream of Chromium, a subscriber in process.</summary>
internal interface IDeviceLink
{
    /// <summary>Hands a message over; never blocks. The message stays stored until the device confirms it.</summary>
    void Post(PushEndpoint endpoint, StoredMessage message);
}
