namespace Chiyoda.Bousai.WebPush;

/// <summary>Sends what is meant for one origin to another; for tests with browsers whose push service is built in.</summary>
public sealed class OriginRewrite
{
    /// <summary>The origin browsers name, such as <c>https://push.example.net</c>. Tokens keep it as their audience.</summary>
    public Uri? From { get; set; }

    /// <summary>The origin connected to in its place; it is trusted whatever its address.</summary>
    public Uri? To { get; set; }
}
