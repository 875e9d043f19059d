using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Benchmarks;

/// <summary>An empty web program: what the platform alone costs to start and to hold.</summary>
internal static class BareWeb
{
    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapGet("/health/ready", () => "ready");
        await app.RunAsync();
        return 0;
    }
}
