using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>Telling: from a released decision to every channel, and what came of it.</summary>
internal static class DisseminationFeature
{
    private const int MostReceiptOctets = 1024;

    /// <summary>Adds it. The heartbeat is the first hosted service: it holds what must be held before anything can send.</summary>
    public static void AddDissemination(this IServiceCollection services, DisseminationSetup setup)
    {
        services.AddDisseminationCore(setup);
        services.AddOptions<DispatchOptions>().BindConfiguration("Dissemination").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddHostedService<HeartbeatService>();

        // Storage and activator of this host's own: the scheduler's defaults are statics of the process, shared by every hub in it.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage());
        services.AddSingleton<JobActivator, AspNetCoreJobActivator>();
        services.AddHangfire(_ => { });
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<PageWorkers>();
        services.AddHostedService<DispatchStarter>();
        services.AddHostedService<DispatchSweeper>();
        services.AddHostedService<ReceiptWriter>();
    }

    public static void MapDissemination(this IEndpointRouteBuilder routes)
    {
        var dispatches = routes.MapGroup("/api/v1/dispatches").WithTags("Dissemination");
        dispatches.MapGet("/{orderId:guid}", GetDispatches.HandleAsync).RequireAuthorization(Policies.Viewer);
        dispatches.MapPost("/{decisionId:guid}/resume", ResumeDispatches.HandleAsync).RequireAuthorization(Policies.Releaser);

        routes.MapPost("/api/v1/receipts", TakeReceipt.Handle).WithTags("Dissemination")
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.PublicWrite)
            .WithMetadata(new RequestSizeLimitAttribute(MostReceiptOctets));
    }
}
