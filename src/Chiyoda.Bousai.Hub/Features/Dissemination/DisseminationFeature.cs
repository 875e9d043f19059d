using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Hangfire;
using Microsoft.AspNetCore.Mvc;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>Telling: from a released decision to every channel, and what came of it.</summary>
internal static class DisseminationFeature
{
    private const int MostReceiptOctets = 1024;

    /// <summary>Adds it. The heartbeat is the first hosted service: it holds what must be held before anything can send.</summary>
    public static void AddDissemination(this IServiceCollection services, Deployment deployment, IReadOnlyList<string> channels)
    {
        services.AddDisseminationCore(new DisseminationSetup(deployment.Mode, deployment.DataDirectory, channels));
        services.AddOptions<DispatchOptions>().BindConfiguration("Dissemination").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PushOptions>().BindConfiguration(PushOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddScoped<DispatchResumption>();
        services.AddScoped<HandEntries>();
        services.AddHostedService<HeartbeatService>();
        if (deployment.Roles.HasFlag(HubRoles.Web))
        {
            services.AddHostedService<ReceiptWriter>();
            services.AddSingleton<OrphanWatch>();
        }

        if (deployment.Roles.HasFlag(HubRoles.Worker))
        {
            services.AddWorkers(deployment.Database);
        }
    }

    /// <summary>Adds what plans and sends.</summary>
    private static void AddWorkers(this IServiceCollection services, Database database)
    {
        services.AddScheduler(database);
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.ShutdownTimeout = TimeSpan.FromSeconds(5);
        });
        services.AddHostedService<PageWorkers>();
        services.AddHostedService<DispatchStarter>();
        services.AddHostedService<DispatchSweeper>();
    }

    public static void MapDissemination(this IEndpointRouteBuilder routes)
    {
        var dispatches = routes.MapGroup("/api/v1/dispatches").WithTags("Dissemination");
        dispatches.MapGet("/{orderId:guid}", GetDispatches.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("getDispatches", "Whom the decisions on an order have reached, by channel.")
            .Refuses(DisseminationRefusals.UnknownOrder);
        dispatches.MapPost("/{decisionId:guid}/resume", ResumeDispatches.HandleAsync).RequireAuthorization(Policies.Releaser)
            .Describe("resumeDispatches", "Lets every held dispatch of one decision go on.")
            .Refuses(
                DisseminationRefusals.UnknownDecision, DisseminationRefusals.NotHeld,
                StaffSessions.StepUpNeeded, StaffSessions.WrongPassword, StaffSessions.Locked);

        routes.MapPost("/api/v1/receipts", TakeReceipt.Handle).WithTags("Dissemination")
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.PublicWrite)
            .Describe("takeReceipt", "A device reports what it did with a message; the answer tells nothing about the token.")
            .Refuses(DisseminationRefusals.ReceiptMalformed)
            .WithMetadata(new RequestSizeLimitAttribute(MostReceiptOctets));
    }
}
