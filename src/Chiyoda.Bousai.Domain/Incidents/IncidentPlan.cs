namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>The ward's plan of activation.</summary>
/// <param name="Postures">From the weakest to the strongest.</param>
/// <param name="Rules">What suggests which.</param>
public sealed record IncidentPlan(IReadOnlyList<Posture> Postures, IReadOnlyList<ActivationRule> Rules)
{
    /// <summary>A pack without a plan: nothing is suggested, and nothing can be opened.</summary>
    public static IncidentPlan Empty { get; } = new([], []);

    /// <summary>A posture by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>It, or <see langword="null"/>.</returns>
    public Posture? Find(string? id) => Postures.FirstOrDefault(posture => posture.Id == id);
}
