using System.Buffers;
using MimeKit;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>
/// Reads a mail address by what sends it, so that no list takes one that cannot be sent. Phones in Japan have old addresses with dots at the end of
/// the local part or side by side (<c>a..b@</c>, <c>taro.@</c>); RFC 5321 section 4.1.2 knows them in quotes (<c>"a..b"@</c>), and so they are sent.
/// </summary>
internal static class Mailbox
{
    /// <summary>What may stand in a local part without quotes (RFC 5322 section 3.2.3, atext), and the dot.</summary>
    private static readonly SearchValues<char> Unquoted =
        SearchValues.Create("!#$%&'*+-./0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Reads one.</summary>
    /// <param name="address">The address alone, in ASCII: no name, no angle brackets.</param>
    /// <returns>As it is sent, or <see langword="null"/> when it is no address.</returns>
    public static MailboxAddress? Read(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || address.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            return null;
        }

        var local = address[..at];
        var written = HasStrayDot(local) && !local.AsSpan().ContainsAnyExcept(Unquoted) ? $"\"{local}\"{address[at..]}" : address;
        return MailboxAddress.TryParse(written, out var mailbox) && mailbox.Address == written ? mailbox : null;
    }

    private static bool HasStrayDot(string local) => local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal);
}
