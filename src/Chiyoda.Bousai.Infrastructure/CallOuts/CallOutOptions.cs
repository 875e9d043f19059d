using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>Call-outs. Section <c>CallOut</c>. Without a duty list nobody is called, and headquarters' page says so.</summary>
public sealed class CallOutOptions
{
    public const string Section = "CallOut";

    /// <summary>Path of the duty list, outside any repository; empty: call-outs are off.</summary>
    public string DutyList { get; set; } = string.Empty;

    /// <summary>Where staff reach this hub from outside, for the link in a message; without it a message has no link.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Between two looks, 100 ms–1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>After an answer the same rule wakes nobody for so long, since somebody is awake, 0–12 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan QuietAfterAnswer { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long handing over one message may take, 1 s–1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SendWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a message that failed is tried again, 0–1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan TryFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The mail server.</summary>
    public MailOptions Mail { get; set; } = new();

    /// <summary>The webhook for SMS and voice.</summary>
    public WebhookOptions Webhook { get; set; } = new();

    /// <summary>Everything that is wrong with these settings in a mode, each sentence opening with the setting's name.</summary>
    public IReadOnlyList<string> FindProblems(HubMode mode)
    {
        var problems = new List<string>();
        if (PublicUrl is { } url && !IsSecure(url))
        {
            problems.Add($"{Section}:{nameof(PublicUrl)} must be https, or on this machine.");
        }

        if (Mail.Host.Length > 0 && Mail.From.Length == 0)
        {
            problems.Add($"{Section}:Mail:From is needed with Mail:Host.");
        }

        if (Mail is { Host.Length: > 0, From.Length: > 0 } && Mailbox.Read(Mail.From) is null)
        {
            problems.Add($"{Section}:Mail:From must be a mail address alone, without a name.");
        }

        if (Mail is { Host.Length: > 0, Security: MailSecurity.None } && !IsLoopback(Mail.Host))
        {
            problems.Add($"{Section}:Mail:Security may be none for a server on this machine only.");
        }

        if (Webhook.Url is { } hook && !IsSecure(hook))
        {
            problems.Add($"{Section}:Webhook:Url must be https, or on this machine.");
        }

        if (Webhook.Url is not null && Webhook.Secret.Length < 16)
        {
            problems.Add($"{Section}:Webhook:Secret must have 16 characters or more.");
        }

        if (mode == HubMode.Live && DutyList.Length > 0 && Mail.Host.Length == 0 && Webhook.Url is null)
        {
            problems.Add($"{Section}:DutyList needs Mail:Host or Webhook:Url, or nobody can be called.");
        }

        return problems;
    }

    private static bool IsSecure(Uri url) => url.IsAbsoluteUri && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback));

    private static bool IsLoopback(string host) => host == "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));
}

/// <summary>How a connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>TLS from the first octet (port 465).</summary>
    Tls,

    /// <summary>STARTTLS, required (port 587).</summary>
    StartTls,

    /// <summary>Not at all: a server on this machine.</summary>
    None,
}

/// <summary>The mail server (RFC 5321). Section <c>CallOut:Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>Its name; empty: mail is off.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>Its port, 1–65535.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 465;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>Log-in; empty: none.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>Password; by environment or mounted file, never in the pack.</summary>
    public string Password { get; set; } = string.Empty;

    /// <summary>Address of the sender, alone: no name.</summary>
    public string From { get; set; } = string.Empty;
}

/// <summary>The webhook for SMS and voice. Section <c>CallOut:Webhook</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Its address; absent: SMS and voice are off.</summary>
    public Uri? Url { get; set; }

    /// <summary>The secret by which the receiver knows us, 16 characters or more; by environment or mounted file, never in the pack.</summary>
    public string Secret { get; set; } = string.Empty;
}
