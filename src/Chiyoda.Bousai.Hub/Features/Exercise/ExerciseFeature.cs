using Chiyoda.Bousai.Hub.Features.Feeds.Polling;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Hub.Live;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>What exists for exercises only.</summary>
internal static class ExerciseFeature
{
    /// <exception cref="StartRefusedException">The live hub cannot be watched at that address.</exception>
    public static void AddExercise(this IServiceCollection services, Deployment deployment, IConfiguration configuration)
    {
        var options = services.Settings<ExerciseOptions>(configuration, ExerciseOptions.Section);
        services.AddScoped<LiveHub>();
        if (deployment.IsExercise && options.IsOn)
        {
            FeedsGate.MustBeAddress($"{ExerciseOptions.Section}:LiveStatus", options.LiveStatus, deployment.Mode, Uri.UriSchemeHttps, Uri.UriSchemeHttp);
            if (deployment.Roles.HasFlag(HubRoles.Ingest))
            {
                services.AddHostedService<LiveWatch>();
            }
        }

        services.AddScoped<ExerciseAccounts>();
        services.AddSingleton<StepBoard>();
        services.AddSingleton<IChronologyListener>(provider => provider.GetRequiredService<StepBoard>());
    }
}
