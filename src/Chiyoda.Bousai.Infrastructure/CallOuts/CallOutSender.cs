using Chiyoda.Bousai.Domain.CallOuts;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Infrastructure.CallOuts;

/// <summary>
/// Sends the messages that wait, each by one process at a time. A process that dies while it sends leaves a message that is sent again after the
/// lease under the same key: a call too many is known by its receiver, a call too few by nobody.
/// </summary>
public sealed partial class CallOutSender(
    IServiceScopeFactory scopes, Gateway gateway, DutyRegister register, IEnumerable<IStaffChannel> channels, IOptions<CallOutOptions> options, TimeProvider clock,
    ILogger<CallOutSender> logger)
{
    private const int AtOnce = 8;

    private const int MaxAtOnce = 200;

    private readonly IReadOnlyList<IStaffChannel> _channels = [.. channels];

    /// <summary>The channel that is connected for a kind of contact; <see langword="null"/> when none is.</summary>
    public IStaffChannel? ChannelFor(DutyMeans means) => _channels.FirstOrDefault(channel => channel.IsConnected && channel.Carries(means));

    /// <summary>Sends what is due.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var now = clock.GetUtcNow();
            due = await scope.ServiceProvider.GetRequiredService<BousaiDbContext>().CallOutMessages.AsNoTracking()
                .Where(message => (message.State == CallOutDelivery.Waiting || message.State == CallOutDelivery.Sending) && message.NotBefore <= now)
                .OrderBy(message => message.MadeAt).Select(message => message.Id).Take(MaxAtOnce).ToListAsync(cancellationToken);
        }

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, SendAsync);
    }

    /// <summary>What fails on the way, as a database that is away does, stops this message alone: its lease runs out, and it is due again.</summary>
    private async ValueTask SendAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(id, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.LeftToItsLease(logger, fault, id);
        }
    }

    private async Task TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        var now = clock.GetUtcNow();
        var lease = now + options.Value.SendWithin + options.Value.SendWithin;
        var taken = await db.CallOutMessages
            .Where(message => message.Id == id && (message.State == CallOutDelivery.Waiting || message.State == CallOutDelivery.Sending) && message.NotBefore <= now)
            .ExecuteUpdateAsync(
                row => row.SetProperty(message => message.State, CallOutDelivery.Sending)
                    .SetProperty(message => message.NotBefore, lease).SetProperty(message => message.Tries, message => message.Tries + 1),
                cancellationToken);
        if (taken == 0)
        {
            return;
        }

        var message = await db.CallOutMessages.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        var callOut = await db.CallOuts.AsNoTracking().SingleAsync(row => row.Id == message.CallOutId, cancellationToken);
        if (!Personal.IsWanted(callOut, message) || now - message.MadeAt > CallOut.TooLate)
        {
            await CloseAsync(db, message, CallOutDelivery.Dropped, string.Empty);
            return;
        }

        var contact = register.Now().Contacts.GetValueOrDefault(message.Post)?.FirstOrDefault(known => known.Key == message.Contact);
        if (contact is null || ChannelFor(contact.Means) is not { } channel)
        {
            Log.NoWay(logger, message.Id, message.Contact);
            await CloseAsync(db, message, CallOutDelivery.Failed, "no-way");
            return;
        }

        var outcome = await gateway.SayAsync(Personal.Of(callOut, message), channel, contact, cancellationToken);
        await NoteAsync(db, message, outcome);
    }

    /// <summary>Past the sending nothing is cancelled: what was taken is noted, or it would be sent again.</summary>
    private async Task NoteAsync(BousaiDbContext db, CallOutMessage message, DeliveryOutcome outcome)
    {
        var now = clock.GetUtcNow();
        if (outcome.Mark == DeliveryMark.Accepted)
        {
            await CloseAsync(db, message, CallOutDelivery.Sent, string.Empty);
        }
        else if (outcome.IsWorthAnotherTry && now - message.MadeAt < options.Value.TryFor)
        {
            var next = outcome.Until ?? (now + TimeSpan.FromSeconds(Math.Min(60, 5 * message.Tries)));
            await Mine(db, message).ExecuteUpdateAsync(
                row => row.SetProperty(each => each.State, CallOutDelivery.Waiting).SetProperty(each => each.NotBefore, next).SetProperty(each => each.Error, outcome.Reason),
                CancellationToken.None);
        }
        else
        {
            Log.Failed(logger, message.Id, message.Contact, outcome.Reason);
            await CloseAsync(db, message, CallOutDelivery.Failed, outcome.Reason);
        }
    }

    private async Task CloseAsync(BousaiDbContext db, CallOutMessage message, CallOutDelivery state, string error)
    {
        DateTimeOffset? sentAt = state == CallOutDelivery.Sent ? clock.GetUtcNow() : null;
        await Mine(db, message).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.State, state).SetProperty(each => each.SentAt, sentAt).SetProperty(each => each.Error, error),
            CancellationToken.None);
    }

    /// <summary>The number of tries is the fence: whoever lost the lease writes nothing.</summary>
    private static IQueryable<CallOutMessage> Mine(BousaiDbContext db, CallOutMessage message) =>
        db.CallOutMessages.Where(row => row.Id == message.Id && row.State == CallOutDelivery.Sending && row.Tries == message.Tries);

    private static partial class Log
    {
        [LoggerMessage(6102, LogLevel.Error, "Message {MessageId} of a call-out has no way out: contact {Contact} is not in the duty list, or its channel is not connected")]
        public static partial void NoWay(ILogger logger, Guid messageId, string contact);

        [LoggerMessage(6103, LogLevel.Error, "Message {MessageId} of a call-out was given up: {Contact}, {Reason}")]
        public static partial void Failed(ILogger logger, Guid messageId, string contact, string reason);

        [LoggerMessage(6105, LogLevel.Error, "Message {MessageId} of a call-out could not be looked up or noted; it is due again when its lease is over")]
        public static partial void LeftToItsLease(ILogger logger, Exception exception, Guid messageId);
    }
}
