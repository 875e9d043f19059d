namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>What a browser told the push service about a message or a subscription.</summary>
/// <param name="Kind"><c>ack</c>, <c>nack</c> or <c>unregister</c> of Firefox.</param>
/// <param name="Endpoint">The endpoint it speaks of; <c>null</c> when the browser does not say.</param>
/// <param name="MessageId">The message it speaks of; <c>null</c> for an unregister.</param>
/// <param name="Code">Of an ack: 100 decrypted and handed to the worker, 101 not decryptable, 102 not delivered or repeated.
/// Of a nack: 301 to 303, the worker failed. Of an unregister: 200 by the page, 201 by quota, 202 by permission.</param>
public sealed record BrowserReport(string Kind, PushEndpoint? Endpoint, string? MessageId, int Code);
