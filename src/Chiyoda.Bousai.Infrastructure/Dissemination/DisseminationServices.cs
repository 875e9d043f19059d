using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Dissemination.Receipts;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Relays;
using Chiyoda.Bousai.WebPush;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>What dissemination has to know of the deployment.</summary>
/// <param name="Mode">Exercise or live.</param>
/// <param name="DataDirectory">Where the secrets of web push lie; it exists.</param>
/// <param name="Channels">Names of the connected channels.</param>
public sealed record DisseminationSetup(HubMode Mode, string DataDirectory, IReadOnlyList<string> Channels);

/// <summary>Wiring of everything that tells, without a host. Needs the context, the <see cref="WardPack"/>, a clock, options and metrics.</summary>
public static class DisseminationServices
{
    /// <summary>Adds it. Call before the chronology's recorder is added: recorders run in the order of registration.</summary>
    public static IServiceCollection AddDisseminationCore(this IServiceCollection services, DisseminationSetup setup)
    {
        services.AddOptions<DispatchOptions>();
        services.AddOptions<PushOptions>();
        services.AddSingleton<IValidateOptions<PushOptions>>(new PushOptionsRules(setup.Mode));

        services.AddSingleton(new ConnectedChannels(setup.Channels));
        services.AddScoped<IFactRecorder, ReplacedRuleRecorder>();
        services.AddScoped<IFactRecorder, DispatchRecorder>();
        services.AddSingleton<WorkBell>();
        services.AddSingleton<Planner>();
        services.AddSingleton<PageClaims>();
        services.AddSingleton<DispatchLedger>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<OriginGates>();
        services.AddSingleton<DeliveryMeter>();
        services.AddSingleton<PageWorker>();
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton(provider => new OrderTexts(provider.GetRequiredService<WardPack>(), setup.Mode));
        services.AddSingleton(provider => new RelayTexts(provider.GetRequiredService<WardPack>(), setup.Mode));
        services.AddOptions<CallOutOptions>();
        services.AddSingleton(_ => CallOutTokens.Open(setup.DataDirectory));
        services.AddSingleton<CallOutTexts>();
        services.AddSingleton<DutyRegister>();
        services.AddSingleton<IStaffChannel, MailChannel>();
        services.AddSingleton<IStaffChannel, WebhookChannel>();
        services.AddSingleton<CallOutSender>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Gateway>(provider, setup.Mode));

        services.AddSingleton(_ => PushSecrets.Open(setup.DataDirectory));
        services.AddSingleton(provider => new EndpointPolicy(provider.GetRequiredService<IOptions<PushOptions>>().Value.ToSenderOptions()));
        services.AddSingleton(provider => new PushSender(
            provider.GetRequiredService<IOptions<PushOptions>>().Value.ToSenderOptions(),
            provider.GetRequiredService<PushSecrets>().Vapid,
            provider.GetRequiredService<TimeProvider>()));
        if (setup.Channels.Contains(Domain.Dissemination.ChannelNames.WebPush))
        {
            services.AddSingleton<IChannel, WebPushChannel>();
        }

        return services;
    }

    private sealed class PushOptionsRules(HubMode mode) : IValidateOptions<PushOptions>
    {
        public ValidateOptionsResult Validate(string? name, PushOptions options) =>
            options.FindProblems(mode) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
