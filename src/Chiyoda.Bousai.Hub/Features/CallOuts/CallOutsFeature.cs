using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.CallOuts;

/// <summary>Waking staff: in turn, until somebody answers.</summary>
internal static class CallOutsFeature
{
    public static void AddCallOuts(this IServiceCollection services, Deployment deployment)
    {
        services.AddOptions<CallOutOptions>().BindConfiguration(CallOutOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<CallOutOptions>>(new Rules(deployment));
        services.AddScoped<CallOutDesk>();
        services.AddScoped<CallOutWatch>();
        if (deployment.Roles.HasFlag(HubRoles.Worker))
        {
            services.AddHostedService<CallOutSweeper>();
        }
    }

    public static void MapCallOuts(this IEndpointRouteBuilder routes)
    {
        var callOuts = routes.MapGroup("/api/v1/call-outs").WithTags("CallOut");
        callOuts.MapGet("/", TakeCallOut.ListAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listCallOuts", "The call-outs of staff, open ones first: posts and outcomes, no address.");
        callOuts.MapPost("/{id:guid}/take", TakeCallOut.TakeAsync).RequireAuthorization(Policies.Recorder)
            .Describe("takeCallOut", "Somebody at headquarters answers a call-out (受けた): nobody else is woken.")
            .Refuses(CallOutRefusals.Unknown, CallOutRefusals.AlreadyAnswered, CallOutRefusals.Closed);
        callOuts.MapPost("/{id:guid}/close", TakeCallOut.CloseAsync).RequireAuthorization(Policies.Recorder)
            .Describe("closeCallOut", "Ends a call-out without an answer, with the reason.")
            .Refuses(CallOutRefusals.Unknown, CallOutRefusals.StaleVersion, CallOutRefusals.AlreadyAnswered, CallOutRefusals.Closed, CallOutRefusals.ReasonMissing);
        callOuts.MapPost("/{id:guid}/arrive", TakeCallOut.ArriveAsync).RequireAuthorization(Policies.Recorder)
            .Describe("noteArrival", "Notes when a post of the staffing level is expected, or that it is there or cannot come.")
            .Refuses(CallOutRefusals.Unknown, CallOutRefusals.ArrivalUnsound);
    }

    private sealed class Rules(Deployment deployment) : IValidateOptions<CallOutOptions>
    {
        public ValidateOptionsResult Validate(string? name, CallOutOptions options) =>
            options.FindProblems(deployment.Mode) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
