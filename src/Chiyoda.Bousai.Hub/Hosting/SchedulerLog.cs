using Hangfire.Logging;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>
/// What the scheduler has to say, to the log of a hub. The scheduler keeps one provider for the whole process: when the hub that gave it has
/// ended, it writes nothing, and workers of another hub go on.
/// </summary>
internal sealed class SchedulerLog(ILoggerFactory factory) : ILogProvider
{
    public ILog GetLogger(string name) => new Named(factory, name);

    private sealed class Named(ILoggerFactory factory, string name) : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
        {
            var level = logLevel switch
            {
                Hangfire.Logging.LogLevel.Trace => Microsoft.Extensions.Logging.LogLevel.Trace,
                Hangfire.Logging.LogLevel.Debug => Microsoft.Extensions.Logging.LogLevel.Debug,
                Hangfire.Logging.LogLevel.Info => Microsoft.Extensions.Logging.LogLevel.Information,
                Hangfire.Logging.LogLevel.Warn => Microsoft.Extensions.Logging.LogLevel.Warning,
                Hangfire.Logging.LogLevel.Error => Microsoft.Extensions.Logging.LogLevel.Error,
                _ => Microsoft.Extensions.Logging.LogLevel.Critical,
            };
            try
            {
                var logger = factory.CreateLogger(name);
                if (logger.IsEnabled(level) && messageFunc is not null)
                {
                    logger.Log(level, default, messageFunc(), exception, static (message, _) => message);
                }

                return logger.IsEnabled(level);
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }
}
