using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Tasks;

namespace Chiyoda.Bousai.Hub.Features.Tasks;

/// <summary>What the workflow makes somebody do.</summary>
internal static class TasksFeature
{
    /// <summary>Call before the chronology's recorder is added: recorders run in the order of registration.</summary>
    public static void AddTasks(this IServiceCollection services)
    {
        services.AddScoped<IFactRecorder, TaskRecorder>();
        services.AddScoped<TaskDesk>();
    }

    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/v1/tasks").WithTags("Tasks");
        tasks.MapGet("/", ListTasks.HandleAsync).RequireAuthorization(Policies.Viewer)
            .Describe("listTasks", "What is to be done, by when and by whom, and what was done.");
        tasks.MapPost("/{id:guid}/take", StepTask.TakeAsync).RequireAuthorization(Policies.Recorder)
            .Describe("takeTask", "A person takes a task on.")
            .Refuses(TaskRefusals.Unknown, TaskRefusals.StaleVersion, TaskRefusals.Closed);
        tasks.MapPost("/{id:guid}/finish", StepTask.FinishAsync).RequireAuthorization(Policies.Recorder)
            .Describe("finishTask", "It is done; what repeats is made anew.")
            .Refuses(TaskRefusals.Unknown, TaskRefusals.StaleVersion, TaskRefusals.Closed, TaskRefusals.NoteTooLong, TaskRefusals.ReportMissing);
        tasks.MapPost("/{id:guid}/drop", StepTask.DropAsync).RequireAuthorization(Policies.Recorder)
            .Describe("dropTask", "Decides not to do it, with the reason.")
            .Refuses(TaskRefusals.Unknown, TaskRefusals.StaleVersion, TaskRefusals.Closed, TaskRefusals.ReasonMissing, TaskRefusals.NoteTooLong);
    }
}
