namespace Chiyoda.Bousai.TestServices.FeedServer;

/// <summary>A question as it came.</summary>
/// <param name="Path">Without the host.</param>
/// <param name="Status">What was answered.</param>
/// <param name="IfNoneMatch">The validator that was shown; empty without.</param>
/// <param name="UserAgent">How the client names itself.</param>
public sealed record FeedRequest(string Path, int Status, string IfNoneMatch, string UserAgent);
