using System.Text.Json;
using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Domain.Backtests;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination.Limits;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Tasks;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.Telegrams.Cap;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>The closed lists of words of the wire, of the pack and of <c>hub read --json</c>, made from the types themselves; <c>GLOSSARY.md</c> has the same.</summary>
internal static class Vocabulary
{
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Words)> All { get; } =
    [
        Of<HubMode>(),
        ("StaffRole", StaffRole.All),
        Of<Visibility>(),
        Of<SourceMode>(),
        Of<KnowledgeState>(),
        Of<TelegramStatus>(),
        Of<InfoType>(),
        Of<TelegramOutcome>(),
        Of<GaugeDirection>(),
        Of<GaugeDoubt>(),
        ("Phenomenon", [.. PhenomenonNames.All.Keys]),
        ("SeismicIntensity", [.. Enum.GetValues<SeismicIntensity>().Select(IntensityWords.Wire)]),
        ("TsunamiGrade", Enum.GetNames<TsunamiGrade>()),
        ("CapSignature", [.. Enum.GetValues<CapSignature>().Select(CapWords.Of)]),
        Of<Hazard>(),
        Of<EvacuationAction>(),
        Of<Audience>(),
        Of<Act>(),
        Of<MeasureField>(),
        Of<OrderKind>(),
        Of<OrderState>(),
        Of<ProposalState>(),
        Of<DecisionMeans>(),
        Of<GroundAnswer>(),
        Of<Caution>(),
        Of<LeadSource>(),
        Of<MissedReason>(),
        Of<StandingRuleState>(),
        Of<RelayChange>(),
        Of<RelayState>(),
        Of<ChannelState>(),
        Of<DispatchState>(),
        Of<DeliveryMark>(),
        Of<ReceiptMarks>("none"),
        Of<PlaceRelation>(),
        Of<NoticeCategory>(),
        Of<NoticeEditionState>(),
        Of<NoticeAct>(),
        Of<NoticeStanding>(),
        Of<CallOutCause>(),
        Of<CallOutState>(),
        Of<CallOutPurpose>(),
        Of<CallOutDelivery>(),
        Of<ArrivalState>(),
        Of<DutyMeans>(),
        Of<IncidentState>(),
        Of<HeadquartersKind>(),
        Of<SuggestionState>(),
        Of<StaffTaskState>(),
        Of<TaskSubject>(),
        Of<LegalDuty>(),
        Of<ReportMeans>(),
        Of<LimitState>(),
        Of<FacilityKind>(),
        Of<CallState>(),
        Of<ShelterKind>(),
        Of<ShelterStanding>(),
        Of<ShelterOpening>(),
    ];

    private static (string Name, IReadOnlyList<string> Words) Of<T>(params string[] without)
        where T : struct, Enum =>
        (typeof(T).Name, [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName).Except(without)]);
}
