namespace Chiyoda.Bousai.Telegrams.Jma.Floods;

/// <summary>
/// Brings together what a telegram says of a station in two places. Name and code together identify it: samples repeat
/// one code for several stations.
/// </summary>
internal sealed class FloodStationTable
{
    private readonly List<Entry> _entries = [];

    public Entry Of(StationName station)
    {
        var entry = _entries.Find(e => e.Station.Name == station.Name && e.Station.Code == station.Code);
        if (entry is null)
        {
            entry = new Entry(station);
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
