using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Chiyoda.Bousai.TestServices.PushService.Gcm;

/// <summary>Checks Chromium in and registers its subscriptions, as Google's services do for every browser built on it.</summary>
internal sealed class GcmHttp(PushLedger ledger, TimeProvider clock)
{
    private readonly ConcurrentDictionary<PushEndpoint, GcmRegistration> _registrations = new();

    public GcmRegistration? Find(PushEndpoint endpoint) => _registrations.GetValueOrDefault(endpoint);

    /// <summary>Gives the browser its device id and secret.</summary>
    public async Task CheckInAsync(HttpContext context)
    {
        var answer = new ProtoWriter()
            .Varint(1, 1)
            .Varint(3, (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds())
            .Varint(6, 1)
            .Fixed64(7, RandomId())
            .Fixed64(8, RandomId())
            .Varint(9, 0)
            .ToArray();
        context.Response.ContentType = "application/x-protobuf";
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    /// <summary>Gives a token for a subscription, or for the browser's own purposes.</summary>
    public async Task RegisterAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await context.Response.WriteAsync($"token={Register(form)}", context.RequestAborted);
    }

    private string Register(IFormCollection form)
    {
        var subtype = form["X-subtype"].ToString();
        var device = ledger.Device(form["device"].ToString());
        if (form["delete"] == "true")
        {
            device.Unregister(subtype);
            return "x";
        }

        if (!subtype.StartsWith("wp:", StringComparison.Ordinal))
        {
            return "browser";
        }

        var sender = form["sender"].ToString();
        var endpoint = ledger.Add(
            token => new Uri(LocalPushService.ChromiumOrigins[0], $"/fcm/send/{token}"),
            sender.TrimEnd('='),
            [.. LocalPushService.ChromiumOrigins.Select(origin => origin.GetLeftPart(UriPartial.Authority))]);
        _registrations[endpoint] = new GcmRegistration(sender, form["app"].ToString(), subtype);
        device.Register(subtype, endpoint);
        return endpoint.Token;
    }

    private static ulong RandomId() =>
        (BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) >> 1) | 1;
}
