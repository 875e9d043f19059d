using System.Net.Sockets;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>Mail by SMTP (RFC 5321). One connection per message: there are few, and a server that drops an idle one must not cost a call.</summary>
public sealed class MailChannel(IOptions<CallOutOptions> options) : IStaffChannel
{
    /// <summary>
    /// How long a server may take to say good-bye: half of the least <see cref="CallOutOptions.SendWithin"/>, so that the lease of a message, twice that,
    /// never runs out over it.
    /// </summary>
    private static readonly TimeSpan GoodByeWithin = TimeSpan.FromMilliseconds(500);

    private readonly MailOptions _mail = options.Value.Mail;

    public bool IsConnected => _mail.Host.Length > 0;

    public bool Carries(DutyMeans means) => means == DutyMeans.Mail;

    public async Task<DeliveryOutcome> SendAsync(StaffMessage message, DutyContact contact, CancellationToken cancellationToken)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        within.CancelAfter(options.Value.SendWithin);
        try
        {
            using var mail = Compose(message, contact);
            using var client = new SmtpClient();
            await client.ConnectAsync(_mail.Host, _mail.Port, SecurityOf(_mail.Security), within.Token);
            if (_mail.User.Length > 0)
            {
                await client.AuthenticateAsync(_mail.User, _mail.Password, within.Token);
            }

            await client.SendAsync(mail, within.Token);

            // Taken: whether the server says good-bye does not matter any more, and nobody waits for one that does not.
            using var goodBye = new CancellationTokenSource(GoodByeWithin);
            await client.DisconnectAsync(quit: true, goodBye.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return new DeliveryOutcome(DeliveryMark.Accepted);
        }
        catch (SmtpCommandException refused)
        {
            // RFC 5321 section 4.2.1: 4yz may be tried again, 5yz may not.
            return (int)refused.StatusCode is >= 400 and < 500
                ? new DeliveryOutcome(DeliveryMark.Unreachable, Reason: $"smtp-{(int)refused.StatusCode}")
                : new DeliveryOutcome(DeliveryMark.Rejected, Reason: $"smtp-{(int)refused.StatusCode}");
        }
        catch (Exception fault) when (fault is AuthenticationException or ServiceNotAuthenticatedException)
        {
            return new DeliveryOutcome(DeliveryMark.Unreachable, Reason: "smtp-log-in");
        }
        catch (Exception fault) when (fault is SocketException or IOException or ServiceNotConnectedException or SmtpProtocolException or SslHandshakeException or NotSupportedException)
        {
            return new DeliveryOutcome(DeliveryMark.Unreachable, Reason: "smtp-unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome(DeliveryMark.Unreachable, Reason: "smtp-timed-out");
        }
    }

    private MimeMessage Compose(StaffMessage message, DutyContact contact)
    {
        var from = MailboxOf(_mail.From);
        var mail = new MimeMessage
        {
            // The same id when it is sent again: a mailbox that knows it shows one.
            MessageId = $"{message.Id:N}@{from.Domain}",
            Subject = message.Subject,
            Date = message.MadeAt,
            Priority = MessagePriority.Urgent,
            Body = new TextPart("plain") { Text = message.Body },
        };
        mail.From.Add(from);
        mail.To.Add(MailboxOf(contact.Address));

        // RFC 3834: an answering machine must not answer for a person.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <summary>The duty list and the settings are read by the same rule, so that none is left here.</summary>
    private static MailboxAddress MailboxOf(string address) => Mailbox.Read(address) ?? throw new InvalidOperationException("An address was taken that cannot be sent to.");

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
