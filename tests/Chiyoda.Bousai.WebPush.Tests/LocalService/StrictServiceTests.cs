using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Chiyoda.Bousai.TestServices.PushService;
using Chiyoda.Bousai.WebPush.Tests.Encryption;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.LocalService;

/// <summary>The push service that the other tests lean on refuses each thing that a sender can do wrong.</summary>
public sealed class StrictServiceTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 9, 1, 2, 0, 0, TimeSpan.Zero));
    private readonly VapidKeys _keys = VapidKeys.Generate();
    private readonly HttpClient _http = new();
    private LocalPushService _service = null!;
    private Subscriber _subscriber = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await LocalPushService.StartAsync(new LocalPushServiceOptions { Clock = _clock });
        _subscriber = _service.NewSubscriber(_keys.PublicKey);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _keys.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task RequestAsItShouldBe_IsTaken()
    {
        using var answer = await PostAsync();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("60", answer.Headers.GetValues("TTL").Single());
        Assert.NotNull(answer.Headers.Location);
        Assert.Equal("避難指示", (await _subscriber.NextAsync(Patience)).Text);
    }

    [Theory]
    [InlineData("TTL", null, 400)]
    [InlineData("TTL", "-1", 400)]
    [InlineData("TTL", "1h", 400)]
    [InlineData("Urgency", "highest", 400)]
    [InlineData("Urgency", "High", 400)]
    [InlineData("Topic", "a b", 400)]
    [InlineData("Topic", "abcdefghijklmnopqrstuvwxyz0123456", 400)]
    [InlineData("Authorization", null, 401)]
    [InlineData("Authorization", "WebPush abc", 401)]
    [InlineData("Authorization", "vapid t=a.b", 401)]
    [InlineData("Authorization", "vapid t=a.b.c, k=BA", 403)]
    public async Task WrongHeader_IsRefused(string name, string? value, int status)
    {
        using var answer = await PostAsync(request =>
        {
            request.Headers.Remove(name);
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(0, _subscriber.Received);
        Assert.NotNull(Assert.Single(_service.Requests).Refusal);
    }

    [Theory]
    [InlineData("aesgcm")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task OtherContentEncoding_IsRefused(string? encoding)
    {
        using var answer = await PostAsync(request =>
        {
            request.Content!.Headers.ContentEncoding.Clear();
            if (encoding is not null)
            {
                request.Content.Headers.ContentEncoding.Add(encoding);
            }
        });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(4097, 413)]
    [InlineData(102, 400)]
    public async Task BodyOfWrongLength_IsRefused(int octets, int status)
    {
        using var answer = await PostAsync(request =>
        {
            request.Content = new ByteArrayContent(new byte[octets]);
            request.Content.Headers.ContentEncoding.Add("aes128gcm");
        });

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("https://push.example.net/", 0)] // another origin
    [InlineData(null, -13)] // expired an hour ago
    [InlineData(null, 13)] // expires in 25 hours
    public async Task TokenForAnotherOriginOrTime_IsRefused(string? audience, int hours)
    {
        var clock = new FakeTimeProvider(_clock.GetUtcNow().AddHours(hours));
        var signer = new VapidSigner(_keys, "mailto:bousai@example.jp", clock);
        var authorization = signer.Authorize(audience is null ? _subscriber.Url : new Uri(audience));

        using var answer = await PostAsync(request => Authorize(request, authorization));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task TokenSignedByAnotherKey_IsRefused()
    {
        using var others = VapidKeys.Generate();
        var signer = new VapidSigner(others, "mailto:bousai@example.jp", _clock);

        using var answer = await PostAsync(request => Authorize(request, signer.Authorize(_subscriber.Url)));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task TokenThatBearsAnothersSignature_IsRefused()
    {
        using var others = VapidKeys.Generate();
        var theirs = new VapidSigner(others, "mailto:bousai@example.jp", _clock).Authorize(_subscriber.Url);
        var forged = theirs.Replace(others.PublicKey, _keys.PublicKey, StringComparison.Ordinal);

        using var answer = await PostAsync(request => Authorize(request, forged));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task EndpointThatNeverWas_IsNotFound()
    {
        using var answer = await PostAsync(request => request.RequestUri = new Uri(_service.Origin, "/wpush/v2/none"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task DeviceOutOfReach_GetsWhatIsStillWorthIt_OnePerTopic()
    {
        _subscriber.Disconnect();
        (await PostAsync(Topic("a"), "first")).Dispose();
        (await PostAsync(Topic("a"), "second")).Dispose();
        (await PostAsync(text: "without a topic")).Dispose();
        (await PostAsync(r => Replace(r, "TTL", "0"), "only for who is there")).Dispose();
        (await PostAsync(r => Replace(r, "TTL", "10"), "too late")).Dispose();

        _clock.Advance(TimeSpan.FromSeconds(11));
        _subscriber.Connect();

        Assert.Equal("second", (await _subscriber.NextAsync(Patience)).Text);
        Assert.Equal("without a topic", (await _subscriber.NextAsync(Patience)).Text);
        Assert.Equal(2, _subscriber.Received);
    }

    private static Action<HttpRequestMessage> Topic(string topic) => request => Replace(request, "Topic", topic);

    private static void Authorize(HttpRequestMessage request, string authorization) => Replace(request, "Authorization", authorization);

    private static void Replace(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }

    private async Task<HttpResponseMessage> PostAsync(Action<HttpRequestMessage>? change = null, string text = "避難指示")
    {
        var signer = new VapidSigner(_keys, "mailto:bousai@example.jp", _clock);
        var body = PushEncryption.Encrypt(
            RoundTripTests.Subscription(_subscriber.Keys), Encoding.UTF8.GetBytes(text));
        using var request = new HttpRequestMessage(HttpMethod.Post, _subscriber.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        Replace(request, "TTL", "60");
        Authorize(request, signer.Authorize(_subscriber.Url));
        change?.Invoke(request);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
