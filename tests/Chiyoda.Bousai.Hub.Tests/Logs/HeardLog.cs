using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Chiyoda.Bousai.Hub.Tests.Logs;

/// <summary>Keeps the lines of a hub of this process.</summary>
/// <param name="from">From this level on.</param>
internal sealed class HeardLog(LogLevel from) : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
