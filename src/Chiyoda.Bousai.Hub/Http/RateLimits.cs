using System.Net;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>Limits per address on what anybody may write. Sources that are trusted by configuration have none.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Networks without limits, CIDR, separated by commas; empty = none. For load tests; a proxy is named in <c>Hub:Proxies</c> instead.</summary>
    [Networks]
    public string Trusted { get; init; } = string.Empty;

    /// <summary>Log-in attempts a minute and address, 1–1000.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 1000)]
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Public writes (subscriptions, receipts) a minute and address, 1–100000. Many people share one address of a carrier.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100_000)]
    public int PublicWritesPerMinute { get; init; } = 600;

    public IEnumerable<IPNetwork> Networks => NetworksAttribute.Read(Trusted);
}

/// <summary>Names and wiring of the limits. An endpoint asks for one by name, as for those of the framework.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";

    /// <summary>Questions to a passkey; counted apart, so that asking and answering is one attempt like a password.</summary>
    public const string PasskeyChallenge = "passkey-challenge";

    public const string PublicWrite = "public-write";

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AddressLimiter>();
    }

    /// <summary>
    /// In place of <c>UseRateLimiter</c>, whose limiter is never disposed: its timer holds the whole hub in memory after its end
    /// (dotnet/aspnetcore issue 69259).
    /// </summary>
    public static void UseLimits(this WebApplication app)
    {
        var limiter = app.Services.GetRequiredService<AddressLimiter>();
        app.Use(async (context, next) =>
        {
            if (limiter.Allows(context))
            {
                await next(context);
                return;
            }

            context.Response.Headers.RetryAfter = "60";
            await Problems.Plain(429, "hub.too-many", "短い時間に操作が多すぎます。1分待ってからもう一度行ってください。").ExecuteAsync(context);
        });
    }
}
