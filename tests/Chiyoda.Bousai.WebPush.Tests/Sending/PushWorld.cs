using System.Text;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Sending;

/// <summary>A sender and a strict push service that it talks to, both on one clock.</summary>
internal sealed class PushWorld : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private PushWorld(LocalPushService service, VapidKeys keys, PushSender sender)
    {
        Service = service;
        Keys = keys;
        Sender = sender;
    }

    public LocalPushService Service { get; }

    public VapidKeys Keys { get; }

    public PushSender Sender { get; }

    public static async Task<PushWorld> StartAsync(Action<PushSenderOptions, LocalPushService>? change = null, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var service = await LocalPushService.StartAsync(new LocalPushServiceOptions { Clock = clock });
        var options = new PushSenderOptions { Subject = "mailto:bousai@example.jp", AllowLoopback = true };
        change?.Invoke(options, service);
        var handler = PushSender.CreateHandler(options);
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, certificate, _, _) => certificate?.GetCertHashString() == service.Certificate.GetCertHashString();
        var keys = VapidKeys.Generate();
        return new PushWorld(service, keys, new PushSender(options, keys, clock, handler));
    }

    public static PushMessage Message(string text = "避難指示", PushUrgency urgency = PushUrgency.High, string? topic = null) =>
        new(Encoding.UTF8.GetBytes(text), TimeSpan.FromHours(1), urgency, topic);

    public Subscriber NewSubscriber(bool secure = false) => Service.NewSubscriber(Keys.PublicKey, secure: secure);

    public Task<PushOutcome> SendAsync(Subscriber subscriber, PushMessage? message = null) =>
        Sender.SendAsync(Subscription(subscriber), message ?? Message(), TestContext.Current.CancellationToken);

    public static PushSubscription Subscription(Subscriber subscriber) => Subscription(subscriber.Url, subscriber.Keys);

    public static PushSubscription Subscription(Uri endpoint, SubscriberKeys keys)
    {
        Assert.True(PushSubscription.TryParse(endpoint.AbsoluteUri, keys.P256dh, keys.Auth, out var subscription, out _));
        return subscription;
    }

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        Keys.Dispose();
        await Service.DisposeAsync();
    }
}
