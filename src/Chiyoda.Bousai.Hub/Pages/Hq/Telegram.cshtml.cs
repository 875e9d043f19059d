using System.Text;
using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One telegram as it came: nothing of it is interpreted here.</summary>
internal sealed class TelegramModel(BousaiDbContext db) : HqPage
{
    private const int MaxCharacters = 200_000;

    public StoredTelegram? Telegram { get; private set; }

    /// <summary>The original as text: indented when it is well-formed, else as it came, with a mark where an octet is no UTF-8.</summary>
    public string Text { get; private set; } = string.Empty;

    public bool IsCut { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Telegram = await db.Telegrams.AsNoTracking().FirstOrDefaultAsync(telegram => telegram.Id == id, cancellationToken);
        if (Telegram is null)
        {
            return Missing();
        }

        var text = RawXml.Indent(Telegram.Octets, MaxCharacters) ?? Encoding.UTF8.GetString(Telegram.Octets);
        IsCut = text.Length > MaxCharacters;
        Text = IsCut ? text[..MaxCharacters] : text;
        return Page();
    }
}
