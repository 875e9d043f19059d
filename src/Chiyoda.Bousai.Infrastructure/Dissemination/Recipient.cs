using Chiyoda.Bousai.Infrastructure.Subscriptions;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>One recipient of a page.</summary>
/// <param name="Subscription">The device, as read when the page was taken up.</param>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="Page">The page's number.</param>
/// <param name="Index">Its place on the page, from 0.</param>
public sealed record Recipient(Subscription Subscription, Guid DispatchId, int Page, int Index)
{
    /// <summary>Scheme, host and port that the message goes to: what asks us to slow down, and what breaks, is an origin.</summary>
    public string Origin { get; } =
        Uri.TryCreate(Subscription.Endpoint, UriKind.Absolute, out var endpoint) ? endpoint.GetLeftPart(UriPartial.Authority) : string.Empty;

    public override string ToString() => $"recipient {Page}/{Index}";
}
