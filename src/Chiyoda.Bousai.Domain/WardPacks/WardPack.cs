using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Criteria;
using Chiyoda.Bousai.Domain.Evacuation.Documents;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Facilities;
using Chiyoda.Bousai.Domain.Incidents;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Tasks;

namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>
/// All that makes this hub the hub of one municipality, read from <c>config/</c> once at start. Immutable and complete:
/// every reference in it resolves.
/// </summary>
public sealed record WardPack
{
    /// <summary>The municipality.</summary>
    public required Ward Ward { get; init; }

    /// <summary>Its 町丁目 by code, in the order of the file.</summary>
    public required IReadOnlyDictionary<AreaCode, Area> Areas { get; init; }

    /// <summary>The causes by id.</summary>
    public required IReadOnlyDictionary<string, Cause> Causes { get; init; }

    /// <summary>The zones by id.</summary>
    public required IReadOnlyDictionary<string, Zone> Zones { get; init; }

    /// <summary>The register of shelters and other places.</summary>
    public required IReadOnlyList<RegisteredShelter> Shelters { get; init; }

    /// <summary>The places that are called before the water comes; none when the ward has no register of them.</summary>
    public IReadOnlyList<Facility> Facilities { get; init; } = [];

    /// <summary>What they are told by mail and fax; <see langword="null"/> exactly when there is no register.</summary>
    public FacilityWording? FacilityWording { get; init; }

    /// <summary>Whom the ward wakes and on what; <see langword="null"/> when it wakes nobody.</summary>
    public CallOutPlan? CallOut { get; init; }

    /// <summary>The criteria of all causes.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Who may decide, in order of succession.</summary>
    public required IReadOnlyList<Authority> Authorities { get; init; }

    /// <summary>The message templates.</summary>
    public required MessageCatalog Messages { get; init; }

    /// <summary>The channels as declared.</summary>
    public required IReadOnlyList<ChannelDefinition> Channels { get; init; }

    /// <summary>The exercises by id.</summary>
    public required IReadOnlyDictionary<string, ExerciseScenario> Exercises { get; init; }

    /// <summary>The rules by which information of JMA is relayed; none when the ward relays nothing.</summary>
    public RelayBook Relays { get; init; } = RelayBook.Empty;

    /// <summary>The templates of notices.</summary>
    public NoticeCatalog Notices { get; init; } = NoticeCatalog.Empty;
    /// <summary>What is typed into systems elsewhere; none when the ward types nothing.</summary>
    public IReadOnlyList<Transcript> Transcripts { get; init; } = [];

    /// <summary>The words of the papers that the law asks for; <see langword="null"/> when the ward writes them elsewhere.</summary>
    public LegalTexts? LegalTexts { get; init; }

    /// <summary>Sentences that say why, to choose from; none when the ward has written none.</summary>
    public IReadOnlyList<StandardReason> Reasons { get; init; } = [];
    /// <summary>The plan of activation; empty when the pack has none.</summary>
    public IncidentPlan Incidents { get; init; } = IncidentPlan.Empty;

    /// <summary>What the workflow makes somebody do; nothing when the pack says nothing.</summary>
    public IReadOnlyList<TaskRule> Tasks { get; init; } = [];

    /// <summary>One entry per file that a person has to vouch for, by path.</summary>
    public required IReadOnlyList<Verification> Verifications { get; init; }

    /// <summary>The areas of a zone, whole.</summary>
    /// <param name="zoneId">Id of a zone.</param>
    /// <returns>Its areas in the order of the zone's file.</returns>
    public IReadOnlyList<Area> AreasOf(string zoneId) => [.. Zones[zoneId].Areas.Select(code => Areas[code])];
}
