using System.Runtime.InteropServices;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation.Consequences;
using Chiyoda.Bousai.Domain.Notices;

namespace Chiyoda.Bousai.Infrastructure.Subscriptions;

/// <summary>
/// The registrations in a flat array by key, 16 octets each: a count is one pass over it. Places are kept once per set of places,
/// since many people name the same few. Not thread-safe.
/// </summary>
public sealed class AudienceArray
{
    private static readonly NoticeCategory[] Categories = Enum.GetValues<NoticeCategory>();

    private readonly Dictionary<string, int> _setIds = new(StringComparer.Ordinal);

    private readonly List<string[]> _sets = [];

    private readonly List<string> _languages = [];

    private Entry[] _entries = [];

    /// <summary>Registrations in it.</summary>
    public int Count { get; private set; }

    /// <summary>Writes a registration; the same key again replaces it. Ascending keys are appended, others moved in.</summary>
    /// <param name="key">The registration's short key.</param>
    /// <param name="places">Its area codes, or <see cref="Addressees.Everywhere"/>.</param>
    /// <param name="language">Its language.</param>
    /// <param name="levels">Order levels it wants, 3–5.</param>
    /// <param name="notices">What it wants of the ward's notices (<see cref="NoticeWishes"/>).</param>
    public void Put(long key, IEnumerable<string> places, string language, IEnumerable<int> levels, IReadOnlyList<string> notices)
    {
        var entry = new Entry(
            key, SetOf(places), LanguageOf(language), levels.Aggregate((byte)0, (mask, level) => (byte)(mask | (1 << level))),
            Categories.Where(category => NoticeWishes.Want(notices, category)).Aggregate((ushort)0, (mask, category) => (ushort)(mask | MaskOf(category))));
        var at = Find(key);
        if (at >= 0)
        {
            _entries[at] = entry;
            return;
        }

        at = ~at;
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Max(1024, Count + (Count / 2)));
        }

        Array.Copy(_entries, at, _entries, at + 1, Count - at);
        _entries[at] = entry;
        Count++;
    }

    /// <summary>Leaves a registration out; one that is not there is out already.</summary>
    /// <param name="key">The key.</param>
    public void Remove(long key)
    {
        if (Find(key) is >= 0 and var at)
        {
            Array.Copy(_entries, at + 1, _entries, at, --Count - at);
        }
    }

    /// <summary>Leaves out every registration but some.</summary>
    /// <param name="keys">The keys that stay.</param>
    public void KeepOnly(IReadOnlySet<long> keys)
    {
        var kept = 0;
        for (var at = 0; at < Count; at++)
        {
            if (keys.Contains(_entries[at].Key))
            {
                _entries[kept++] = _entries[at];
            }
        }

        Count = kept;
    }

    /// <summary>Counts by language who asked for messages about a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="channel">The channel that these registrations are reached by.</param>
    /// <returns>One line per language that has any, most first.</returns>
    public IReadOnlyList<SubscriberLine> CountFor(Domain.Evacuation.Measure measure, string channel)
    {
        var concerned = _sets.ConvertAll(new Addressees(measure).Touch);

        // An order without a level is always wanted.
        var wanted = measure.Level is { } level ? (byte)(1 << level) : (byte)0;
        var inAreas = new int[_languages.Count];
        var told = new int[_languages.Count];
        foreach (ref readonly var entry in _entries.AsSpan(0, Count))
        {
            if (concerned[entry.PlaceSet])
            {
                inAreas[entry.Language]++;
                told[entry.Language] += wanted == 0 || (entry.Levels & wanted) != 0 ? 1 : 0;
            }
        }

        return
        [
            .. _languages.Select((language, at) => new SubscriberLine(channel, language, inAreas[at], told[at]))
                .Where(line => line.InAreas > 0)
                .OrderByDescending(line => line.Told).ThenBy(line => line.Language, StringComparer.Ordinal),
        ];
    }

    /// <summary>Counts who would hear of a notice.</summary>
    /// <param name="content">What it says, and where.</param>
    /// <returns>Those with a place in its areas, and those of them that want its category.</returns>
    public (int InAreas, int Told) CountFor(NoticeContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var concerned = _sets.ConvertAll(content.Touches);
        var wanted = MaskOf(content.Category);
        var (inAreas, told) = (0, 0);
        foreach (ref readonly var entry in _entries.AsSpan(0, Count))
        {
            if (concerned[entry.PlaceSet])
            {
                inAreas++;
                told += (entry.Notices & wanted) != 0 ? 1 : 0;
            }
        }

        return (inAreas, told);
    }

    /// <summary>A bit for each category; there are nine, and room for sixteen.</summary>
    private static ushort MaskOf(NoticeCategory category) => checked((ushort)(1 << (int)category));

    private int SetOf(IEnumerable<string> places)
    {
        string[] set = [.. places.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var name = string.Join(' ', set);
        if (!_setIds.TryGetValue(name, out var id))
        {
            id = _sets.Count;
            _setIds.Add(name, id);
            _sets.Add(set);
        }

        return id;
    }

    private byte LanguageOf(string language)
    {
        var id = _languages.IndexOf(language);
        if (id < 0)
        {
            id = _languages.Count;
            _languages.Add(language);
        }

        return checked((byte)id);
    }

    /// <returns>Where the key is, or the complement of where it belongs; new keys are the highest.</returns>
    private int Find(long key)
    {
        if (Count == 0 || _entries[Count - 1].Key < key)
        {
            return ~Count;
        }

        int low = 0, high = Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            switch (_entries[middle].Key.CompareTo(key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Entry(long Key, int PlaceSet, byte Language, byte Levels, ushort Notices);
}
