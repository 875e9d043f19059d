namespace Chiyoda.Bousai.Infrastructure.Feeds;

/// <summary>A telegram that a feed lists, by its address: it is fetched once, whichever node and whatever restart.</summary>
public sealed class FeedEntry
{
    private FeedEntry()
    {
    }

    public FeedEntry(string key, string url, string list, DateTimeOffset listedAt) => (Key, Url, List, ListedAt) = (key, url, list, listedAt);

    /// <summary>SHA-256 of the address, lower-case hexadecimal.</summary>
    public string Key { get; private set; } = string.Empty;

    /// <summary>The address; of one that is refused no more than its beginning.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>The list that named it first, <see cref="PolledAddress.Id"/>.</summary>
    public string List { get; private set; } = string.Empty;

    /// <summary>When this hub first saw it.</summary>
    public DateTimeOffset ListedAt { get; private set; }

    /// <summary>When it was fetched or given up; <see langword="null"/> while it waits.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What it became; <see langword="null"/> when it was not fetched.</summary>
    public Guid? TelegramId { get; set; }

    /// <summary>Why it is not fetched; empty otherwise.</summary>
    public string Refusal { get; set; } = string.Empty;

    public int Attempts { get; set; }
}
