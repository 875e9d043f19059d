using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Collects notices while a telegram is read: each once, and no more than a person would read.</summary>
internal sealed class NoticeList
{
    private const int Limit = 50;

    private readonly List<TelegramNotice> _items = [];

    public IReadOnlyList<TelegramNotice> Items => _items;

    public void Add(string code, string place, string word)
    {
        var notice = new TelegramNotice(
            code, TelegramLimits.Cut(place, TelegramLimits.NoticeCharacters), TelegramLimits.Cut(word, TelegramLimits.NoticeCharacters));
        if (_items.Count < Limit && !_items.Contains(notice))
        {
            _items.Add(notice);
        }
    }
}
