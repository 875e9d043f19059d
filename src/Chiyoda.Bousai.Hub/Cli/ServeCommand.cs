using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Exercise;
using Chiyoda.Bousai.Hub.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub serve</c>: runs the hub, and with <c>--scenario</c> plays an exercise in it.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["mode", "config", "data", "urls", "scenario"], []);
        if (arguments.Words is [var stray, ..])
        {
            throw new UsageException($"serve takes no word {stray}");
        }

        var settings = CommandLine.Settings(arguments) with
        {
            Urls = UrlsOf(arguments.Find("urls")),
            Scenario = arguments.Find("scenario"),
        };
        using var asked = new StopRequest();
        try
        {
            await using var app = await HubHost.BuildAsync(settings, adjust: null, asked.Token);
            await ServeAsync(app, settings, asked.Token);
        }
        catch (OperationCanceledException) when (asked.Token.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before the hub was ready.");
        }

        return 0;
    }

    private static async Task ServeAsync(WebApplication app, HubSettings settings, CancellationToken asked)
    {
        var scenario = ScenarioOf(app.Services, settings.Scenario);
        await StartAsync(app, asked);

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var hub = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        var playing = scenario is null ? Task.CompletedTask : await BeginAsync(app, scenario, hub);
        await Banner.WriteAsync(app.Services, hub, scenario is not null);

        var stopped = app.WaitForShutdownAsync(CancellationToken.None);
        await Task.WhenAny(stopped, FaultOf(playing));
        if (playing.IsFaulted)
        {
            await Console.Error.WriteLineAsync($"The scenario stopped: {playing.Exception.GetBaseException().Message}");
        }

        await stopped;
        if (scenario is not null)
        {
            Console.WriteLine(app.Services.GetRequiredService<StepBoard>().Table());
        }
    }

    /// <summary>What had started before a start failed is stopped in order, so that the console ends with the reason.</summary>
    private static async Task StartAsync(WebApplication app, CancellationToken asked)
    {
        try
        {
            await app.StartAsync(asked);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    private static string UrlsOf(string? text)
    {
        try
        {
            return text is null || Array.TrueForAll(text.Split(';'), url => BindingAddress.Parse(url) is { IsUnixPipe: false, IsNamedPipe: false })
                ? text ?? HubSettings.DefaultUrls
                : throw new UsageException($"--urls takes addresses like {HubSettings.DefaultUrls}, not {text}");
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"--urls takes addresses like {HubSettings.DefaultUrls}, not {text}", wrong);
        }
    }

    private static async Task<Task> BeginAsync(WebApplication app, ExerciseScenario scenario, Uri hub)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            foreach (var account in await scope.ServiceProvider.GetRequiredService<ExerciseAccounts>().OpenAsync())
            {
                Console.WriteLine($"login={account.Login} password={account.Password} role={account.Role}");
            }
        }

        app.Services.GetRequiredService<StepBoard>().IsOn = true;
        return ActivatorUtilities.CreateInstance<ScenarioPlayer>(app.Services, scenario).PlayAsync(hub, app.Lifetime.ApplicationStopping);
    }

    private static ExerciseScenario? ScenarioOf(IServiceProvider services, string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!services.GetRequiredService<Deployment>().IsExercise)
        {
            throw new StartRefusedException("A scenario is played in exercise mode only.");
        }

        var exercises = services.GetRequiredService<WardPack>().Exercises;
        return exercises.GetValueOrDefault(name)
            ?? throw new StartRefusedException($"There is no scenario {name}. There are: {string.Join(", ", exercises.Keys)}");
    }

    /// <summary>Ends only when the task faults; a scenario that is told to stop has not failed.</summary>
    private static async Task FaultOf(Task playing)
    {
        await playing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (!playing.IsFaulted)
        {
            await Task.Delay(Timeout.Infinite);
        }
    }
}
