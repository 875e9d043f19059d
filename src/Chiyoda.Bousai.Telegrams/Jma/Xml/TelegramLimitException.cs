namespace Chiyoda.Bousai.Telegrams.Jma.Xml;

/// <summary>A document holds more than any telegram does; it is refused whole, never half read.</summary>
internal sealed class TelegramLimitException : Exception
{
    public TelegramLimitException()
    {
    }

    public TelegramLimitException(string message)
        : base(message)
    {
    }

    public TelegramLimitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
