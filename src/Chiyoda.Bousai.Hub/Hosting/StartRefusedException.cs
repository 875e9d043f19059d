namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>The hub may not start like this; the message says why and what to do, a line per problem.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
