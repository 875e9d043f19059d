using Chiyoda.Bousai.Hub.Live;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>What exists in an exercise only.</summary>
internal static class ExerciseFeature
{
    public static void AddExercise(this IServiceCollection services)
    {
        services.AddScoped<ExerciseAccounts>();
        services.AddSingleton<StepBoard>();
        services.AddSingleton<IChronologyListener>(provider => provider.GetRequiredService<StepBoard>());
    }
}
