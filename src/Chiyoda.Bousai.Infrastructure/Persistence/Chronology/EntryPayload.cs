using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Chronology;

/// <summary>The free text and the after-image of an entry, in a row of its own: erasing it leaves the chain whole.</summary>
public sealed class EntryPayload
{
    private EntryPayload()
    {
    }

    public EntryPayload(long sequence, byte[] salt, byte[] octets)
    {
        Sequence = sequence;
        Salt = salt;
        Octets = octets;
    }

    public long Sequence { get; private set; }

    public byte[] Salt { get; private set; } = [];

    /// <summary>Exact octets, as hashed.</summary>
    public byte[] Octets { get; private set; } = [];

    /// <summary>The two lines that every list shows.</summary>
    public EntryText ReadText() => JsonSerializer.Deserialize<EntryText>(Octets, BousaiJson.Options)!;
}

/// <summary>What a payload holds beside the after-image.</summary>
public sealed record EntryText(string Summary, string Actor);
