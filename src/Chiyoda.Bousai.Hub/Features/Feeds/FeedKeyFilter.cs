using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Hub.Http;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Feeds;

/// <summary>Lets receiver programs in that know the key of the feed.</summary>
internal sealed class FeedKeyFilter(IOptions<FeedsOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        HasKey(context.HttpContext.Request)
            ? await next(context)
            : Problems.Plain(401, "feeds.wrong-key", $"{PostTelegram.KeyHeader} が違います。");

    private bool HasKey(HttpRequest request) => options.Value.Key.Length > 0 && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers[PostTelegram.KeyHeader].ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Key)));
}
