namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>
/// Brings together what a telegram says of a station in two places. Name and code together identify it: samples repeat
/// one code for several stations.
/// </summary>
internal sealed class FloodStationTable
{
    private readonly Dictionary<(string Name, string Code), Entry> _known = [];
    private readonly List<Entry> _entries = [];

    public Entry Of(StationName station)
    {
        if (!_known.TryGetValue((station.Name, station.Code), out var entry))
        {
            entry = new Entry(station);
            _known.Add((station.Name, station.Code), entry);
            _entries.Add(entry);
        }

        return entry;
    }

    public List<FloodStation> ToStations() =>
        _entries.ConvertAll(e => new FloodStation(e.Station, e.ChargeSections, e.Readings, e.Criteria));

    internal sealed class Entry(StationName station)
    {
        public StationName Station { get; } = station;

        public List<string> ChargeSections { get; } = [];

        public List<FloodReading> Readings { get; } = [];

        public List<FloodCriterion> Criteria { get; } = [];
    }
}
