using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.Warnings;

namespace Chiyoda.Bousai.Domain.Evacuation.Consequences;

/// <summary>All that was looked at for a picture, taken at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Warnings">Information in force that may propose (design rule 5).</param>
/// <param name="Gauges">Water gauges that criteria look at.</param>
/// <param name="Knowledge">How well it is known.</param>
/// <param name="KnownUntil">Until when it was known; <see langword="null"/> when it never was.</param>
/// <param name="InForce">Copies of every order in force, and of the one that is to be changed: they are changed.</param>
/// <param name="Subscribers">Who asked for messages; <see langword="null"/> when not known now.</param>
/// <param name="Shelters">What was last reported of places, by id.</param>
public sealed record Sighting(
    DateTimeOffset At,
    IReadOnlyList<HazardWarning> Warnings,
    IReadOnlyDictionary<string, GaugeJudgement> Gauges,
    KnowledgeState Knowledge,
    DateTimeOffset? KnownUntil,
    IReadOnlyList<Order> InForce,
    SubscriberCount? Subscribers,
    IReadOnlyDictionary<string, ShelterReport> Shelters);
