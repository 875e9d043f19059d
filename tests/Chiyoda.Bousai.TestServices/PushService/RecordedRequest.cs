namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>One message posted to the push service, taken or not.</summary>
public sealed class RecordedRequest
{
    public required PushEndpoint? Endpoint { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><c>HTTP/1.1</c> or <c>HTTP/2</c>.</summary>
    public required string Protocol { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>What the strict rules object to; <c>null</c> for a request as it should be.</summary>
    public PushRefusal? Refusal { get; init; }

    /// <summary>The status answered; <c>null</c> as long as, or because, nothing was.</summary>
    public int? Status { get; internal set; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
