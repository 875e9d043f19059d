namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>Which rule a request breaks, and the status a push service answers with.</summary>
public sealed record PushRefusal(int Status, string Reason);
