using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using StackExchange.Redis;

namespace Chiyoda.Bousai.Hub.Live;

/// <summary>
/// Rings between nodes over Redis: one channel that carries the highest sequence. Nothing depends on it: whoever commits does not
/// wait for it, and who is not rung reads the chronology every 2 s anyway. Redis may be stopped, flushed, slow or absent.
/// </summary>
internal sealed class Backplane : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConfigurationOptions _options;
    private readonly RedisChannel _channel;
    private readonly Doorbell _doorbell;
    private readonly TimeProvider _clock;
    private readonly ILogger<Backplane> _logger;
    private long _told;
    private bool? _isUp;

    /// <exception cref="StartRefusedException">The connection string cannot be read; its text is not repeated, it may hold a password.</exception>
    public Backplane(string connection, Deployment deployment, Doorbell doorbell, TimeProvider clock, ILogger<Backplane> logger)
    {
        (_doorbell, _clock, _logger) = (doorbell, clock, logger);
        _channel = RedisChannel.Literal($"bousai:{deployment.Mode.ToString().ToLowerInvariant()}:ring");
        try
        {
            _options = ConfigurationOptions.Parse(connection);
        }
        catch (ArgumentException wrong)
        {
            throw new StartRefusedException("ConnectionStrings:Redis is no connection string of Redis, like redis:6379,password=….", wrong);
        }

        _options.AbortOnConnectFail = false;
        _options.BacklogPolicy = BacklogPolicy.FailFast;
        _options.ConnectTimeout = (int)Patience.TotalMilliseconds;
        _options.AsyncTimeout = (int)Patience.TotalMilliseconds;
        _options.ReconnectRetryPolicy = new LinearRetry(1000);
        _options.ClientName = "bousai";
    }

    /// <summary>Whether the last ring or the last try to listen went through.</summary>
    public bool IsUp => _isUp == true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var redis = await ConnectionMultiplexer.ConnectAsync(_options);
                await RingAsync(redis, stoppingToken);
            }
            catch (Exception fault) when (fault is RedisException or TimeoutException or ObjectDisposedException)
            {
                Tell(isUp: false, fault);
                await Task.Delay(Patience, _clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Listens, and passes on what was committed here, the newest only. The client takes up a lost connection by itself.</summary>
    private async Task RingAsync(ConnectionMultiplexer redis, CancellationToken stoppingToken)
    {
        var subscriber = redis.GetSubscriber();
        var heard = await subscriber.SubscribeAsync(_channel);
        heard.OnMessage(message => Hear(message.Message));
        Tell(isUp: true, null);

        while (!stoppingToken.IsCancellationRequested)
        {
            var next = _doorbell.Next;
            var highest = _doorbell.Highest;
            if (highest > _told)
            {
                // Not repeated when it fails: by then the others have found the entry themselves.
                Interlocked.Exchange(ref _told, highest);
                try
                {
                    await subscriber.PublishAsync(_channel, highest).WaitAsync(Patience, _clock, stoppingToken);
                    Tell(isUp: true, null);
                }
                catch (Exception fault) when (fault is RedisException or TimeoutException)
                {
                    Tell(isUp: false, fault);
                }

                continue;
            }

            await Task.WhenAny(next, Task.Delay(Patience, _clock, stoppingToken));
            if (!next.IsCompleted)
            {
                Tell(redis.IsConnected, null);
            }
        }
    }

    /// <summary>Our own word comes back too. What others say is only a reason to look: it is not passed on and not believed.</summary>
    private void Hear(RedisValue message)
    {
        if (message != Interlocked.Read(ref _told))
        {
            _doorbell.Ring();
        }
    }

    private void Tell(bool isUp, Exception? fault)
    {
        if (_isUp == isUp)
        {
            return;
        }

        _isUp = isUp;
        if (isUp)
        {
            LiveLog.BackplaneUp(_logger);
        }
        else
        {
            LiveLog.BackplaneDown(_logger, fault?.GetType().Name ?? "not connected");
        }
    }
}
