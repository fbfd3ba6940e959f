using Microsoft.Extensions.Logging;

namespace Keyfold.Cli;

/// <summary>Writes warnings and errors of the server as lines. Safe for concurrent use.</summary>
internal sealed class ErrorLog(TextWriter writer) : ILoggerFactory, ILogger
{
    private readonly Lock _turn = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
        // there is one destination
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lock (_turn)
            {
                writer.WriteLine($"keyfold: {formatter(state, exception)}");
                if (exception is not null)
                {
                    writer.WriteLine(exception);
                }
            }
        }
    }

    public void Dispose()
    {
        // the writer is not ours
    }
}
