using Chiyoda.Bousai.Domain.Evacuation;

namespace Chiyoda.Bousai.Domain.Dissemination;

/// <summary>Whom a measure concerns among those who asked for messages. Immutable and thread-safe; one question costs one
/// look-up per place.</summary>
/// <param name="measure">What was decided.</param>
public sealed class Addressees(Measure measure)
{
    /// <summary>The place that stands for the whole municipality.</summary>
    public const string Everywhere = "*";

    private readonly HashSet<string> _areas = new(measure.Areas, StringComparer.Ordinal);

    /// <summary>Whether those who were told of an earlier version hear of an act wherever their places are now: who was told to
    /// leave must hear that it was lifted, lowered or wrong.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for every act but issue and update.</returns>
    public static bool IncludeEarlier(Act act) => act is Act.Lift or Act.Lower or Act.Correct or Act.Void;

    /// <summary>Whether nobody but those who were told of an earlier version hears of an act: who never got the wrong message is
    /// not to wonder at its voiding.</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for a void.</returns>
    public static bool AreOnlyEarlier(Act act) => act == Act.Void;

    /// <summary>Whether those who got the wrong message are served before everybody else (design rule 9).</summary>
    /// <param name="act">The act.</param>
    /// <returns><see langword="true"/> for correction and void.</returns>
    public static bool AreEarlierFirst(Act act) => act is Act.Correct or Act.Void;

    /// <summary>Whether a subscription hears of the measure.</summary>
    /// <param name="places">Its area codes, or <see cref="Everywhere"/>.</param>
    /// <param name="levels">Levels it asked for.</param>
    /// <returns>Whether a place lies in the areas and the level is wanted; an order without a level is always wanted.</returns>
    public bool Include(IEnumerable<string> places, IReadOnlyList<int> levels) =>
        (measure.Level is not { } level || levels.Contains(level)) && Touch(places);

    /// <summary>Whether any place lies in the measure's areas.</summary>
    /// <param name="places">Area codes, or <see cref="Everywhere"/>.</param>
    /// <returns>Whether one of them does.</returns>
    public bool Touch(IEnumerable<string> places)
    {
        foreach (var place in places)
        {
            if (place == Everywhere || _areas.Contains(place))
            {
                return true;
            }
        }

        return false;
    }
}
