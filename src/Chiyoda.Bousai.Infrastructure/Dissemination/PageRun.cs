using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Infrastructure.Dissemination;

/// <summary>
/// One page under one claim: sends to every recipient, origin by origin, and writes outcomes down as they come. Stops sending when
/// the claim is lost, the dispatch is held or superseded, or the process ends; what is in flight by then is waited for, at the end of
/// the process for a few seconds.
/// </summary>
internal sealed partial class PageRun(
    PageClaim claim,
    byte[] delivery,
    IChannel channel,
    Passage passage,
    PageClaims claims,
    OriginGates gates,
    DeliveryMeter meter,
    TimeProvider clock,
    DispatchOptions options,
    ILogger logger) : IDisposable
{
    private readonly Channel<Sent> _outcomes = Channel.CreateUnbounded<Sent>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>A recipient is begun only when another was written down: however slow the database, a death repeats no more than these.</summary>
    private readonly SemaphoreSlim _unwritten = new(options.FlushOutcomes);
    private PageClaim _claim = claim;
    private ClaimState _state = ClaimState.Held;
    private long _dueTicks = long.MaxValue;
    private CancellationToken _giveUp;

    public async Task SendAsync(IReadOnlyList<Recipient> recipients, bool isLastTry, TimeSpan retryAfter, CancellationToken stopping)
    {
        // Between judging the recipients and here the order may have been lifted or raised.
        _state = await claims.LookAsync(_claim, CancellationToken.None);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (_state != ClaimState.Held)
        {
            await stop.CancelAsync();
        }

        using var giveUp = new CancellationTokenSource();
        await using var patience = clock.CreateTimer(_ => giveUp.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var ending = stopping.Register(() => patience.Change(options.FinishWithin, Timeout.InfiniteTimeSpan));
        _giveUp = giveUp.Token;

        var sending = SendAllAsync(recipients, isLastTry, retryAfter, stop.Token);
        try
        {
            await WriteAllAsync(stop);
        }
        finally
        {
            // Without a writer nothing more is sent; what is in flight ends before the page is left.
            await stop.CancelAsync();
            await sending;
        }

        if (_state == ClaimState.Lost)
        {
            Log.Lost(logger, _claim.DispatchId, _claim.Number);
            return;
        }

        var isOver = Array.TrueForAll(delivery, mark => mark != (byte)DeliveryMark.Pending);
        var due = stopping.IsCancellationRequested || _state == ClaimState.Stopped ? clock.GetUtcNow() : new DateTimeOffset(Math.Min(_dueTicks, (clock.GetUtcNow() + retryAfter).UtcTicks), TimeSpan.Zero);
        if (!await claims.LetGoAsync(_claim, delivery, isOver ? null : due, CancellationToken.None))
        {
            Log.Lost(logger, _claim.DispatchId, _claim.Number);
        }
    }

    public void Dispose() => _unwritten.Dispose();

    private async Task SendAllAsync(IReadOnlyList<Recipient> recipients, bool isLastTry, TimeSpan retryAfter, CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(recipients.GroupBy(recipient => recipient.Origin).Select(origin => Parallel.ForEachAsync(
                origin,
                new ParallelOptions { MaxDegreeOfParallelism = channel.ConcurrencyPerOrigin, CancellationToken = stop },
                async (recipient, token) => await SendOneAsync(recipient, isLastTry, retryAfter, token))));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nothing new is begun; the loop has waited for what was in flight.
        }
        finally
        {
            _outcomes.Writer.Complete();
        }
    }

    private async Task SendOneAsync(Recipient recipient, bool isLastTry, TimeSpan retryAfter, CancellationToken stop)
    {
        await _unwritten.WaitAsync(stop);
        var isNoted = false;
        try
        {
            isNoted = await TryOneAsync(recipient, stop) is { } outcome && Note(recipient, outcome, isLastTry, retryAfter);
        }
        finally
        {
            if (!isNoted)
            {
                _unwritten.Release();
            }
        }
    }

    /// <returns>What became of it; <see langword="null"/> when it was not sent, or nobody knows.</returns>
    private async Task<DeliveryOutcome?> TryOneAsync(Recipient recipient, CancellationToken stop)
    {
        var gate = gates.For(channel, recipient.Origin);
        if (await gate.EnterAsync(stop) is { } notBefore)
        {
            return new DeliveryOutcome(DeliveryMark.Unreachable, notBefore, "the way to this origin is closed");
        }

        DeliveryOutcome? outcome = null;
        try
        {
            // A worker that slept through its lease may not send: another has the page by now.
            if (!stop.IsCancellationRequested && clock.GetUtcNow() < Volatile.Read(ref _claim).LeaseUntil)
            {
                // From here on the message may be out: it is not cancelled half-way, the channel has its own time limit, unless
                // the process would be killed over it.
                outcome = await passage.SendAsync(recipient, _giveUp);
            }
        }
        catch (OperationCanceledException) when (_giveUp.IsCancellationRequested)
        {
            // Nobody knows whether it is out: it stays pending, and the next start sends it under the same topic.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect that one recipient's data bring to light must not keep the message from the others of the page.
            Log.Defect(logger, e, recipient.DispatchId, recipient.Page, recipient.Index);
            outcome = new DeliveryOutcome(DeliveryMark.Rejected, Reason: e.GetType().Name);
        }
        finally
        {
            gate.Leave(outcome);
        }

        if (outcome is { } answer)
        {
            meter.Count(channel.Name, answer.Mark);
        }

        return outcome;
    }

    /// <summary>Notes the outcome; one that is worth another try stays pending, and the page comes back for it.</summary>
    /// <returns>Whether it will be written down.</returns>
    private bool Note(Recipient recipient, DeliveryOutcome outcome, bool isLastTry, TimeSpan retryAfter)
    {
        if (!outcome.IsWorthAnotherTry || isLastTry)
        {
            return _outcomes.Writer.TryWrite(new Sent(recipient, outcome.Mark, clock.GetUtcNow(), outcome.Reason));
        }

        var due = (outcome.Until ?? (clock.GetUtcNow() + retryAfter)).UtcTicks;
        long seen;
        while (due < (seen = Volatile.Read(ref _dueTicks)) && Interlocked.CompareExchange(ref _dueTicks, due, seen) != seen)
        {
        }

        return false;
    }

    /// <summary>Reads outcomes until there are no more, and writes them at the latest after the flush time, or when half of what may
    /// be unwritten has come in, so that senders seldom wait.</summary>
    private async Task WriteAllAsync(CancellationTokenSource stop)
    {
        var most = (options.FlushOutcomes + 1) / 2;
        var batch = new List<Sent>(most);
        var more = _outcomes.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
        while (true)
        {
            var tick = Task.Delay(options.FlushEvery, clock, CancellationToken.None);
            while (batch.Count < most && !tick.IsCompleted)
            {
                if (_outcomes.Reader.TryRead(out var sent))
                {
                    batch.Add(sent);
                    continue;
                }

                if (more.IsCompleted && !await more)
                {
                    break;
                }

                more = more.IsCompleted ? _outcomes.Reader.WaitToReadAsync(CancellationToken.None).AsTask() : more;
                await Task.WhenAny(more, tick);
            }

            await WriteAsync(batch);
            if (batch.Count > 0)
            {
                _unwritten.Release(batch.Count);
                batch.Clear();
            }

            if (_state != ClaimState.Held)
            {
                await stop.CancelAsync();
            }

            if (_outcomes.Reader.Completion.IsCompleted)
            {
                return;
            }
        }
    }

    private async Task WriteAsync(List<Sent> batch)
    {
        if (_state == ClaimState.Lost)
        {
            return;
        }

        foreach (var sent in batch)
        {
            delivery[sent.Recipient.Index] = (byte)sent.Mark;
        }

        if (batch.Count == 0 && _claim.LeaseUntil - clock.GetUtcNow() > options.Lease * 0.6)
        {
            _state = await claims.LookAsync(_claim, CancellationToken.None);
            return;
        }

        var accepted = batch.Where(sent => sent.Mark == DeliveryMark.Accepted).Select(sent => (DateTimeOffset?)sent.At).ToList();
        var follows = new FlushBatch(
            accepted.Min(),
            accepted.Max(),
            [.. batch.Where(sent => sent.Mark == DeliveryMark.Gone).Select(sent => sent.Recipient.Subscription.Key)]);
        (_claim, _state) = await claims.FlushAsync(_claim, delivery, follows, CancellationToken.None);
        if (batch.Find(sent => sent.Mark == DeliveryMark.Rejected) is { } rejected)
        {
            // One device's data may be broken; when most are refused, our keys or messages are, and nobody hears of the order.
            var count = batch.Count(sent => sent.Mark == DeliveryMark.Rejected);
            Log.Rejected(logger, count * 2 > batch.Count ? LogLevel.Error : LogLevel.Warning, _claim.DispatchId, count, batch.Count, rejected.Reason);
        }
    }

    private sealed record Sent(Recipient Recipient, DeliveryMark Mark, DateTimeOffset At, string Reason);

    private static partial class Log
    {
        [LoggerMessage(6020, LogLevel.Warning, "Page {Page} of dispatch {DispatchId} went to another worker: nothing more is sent or written by this one")]
        public static partial void Lost(ILogger logger, Guid dispatchId, int page);

        [LoggerMessage(6021, LogLevel.Error, "Sending to recipient {Index} of page {Page} of dispatch {DispatchId} failed in a way that must not happen")]
        public static partial void Defect(ILogger logger, Exception exception, Guid dispatchId, int page, int index);

        [LoggerMessage(EventId = 6022, Message = "{Count} of {Answers} messages of dispatch {DispatchId} were refused, the first with: {Reason}")]
        public static partial void Rejected(ILogger logger, LogLevel level, Guid dispatchId, int count, int answers, string reason);
    }
}
