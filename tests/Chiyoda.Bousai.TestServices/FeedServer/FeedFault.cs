namespace Chiyoda.Bousai.TestServices.FeedServer;

/// <summary>What goes wrong with an answer.</summary>
public abstract record FeedFault
{
    /// <summary>Another status, with an empty body.</summary>
    public sealed record Status(int Code) : FeedFault;

    /// <summary>Nothing at all until the client gives up.</summary>
    public sealed record Silent : FeedFault;

    /// <summary>Half of the body, then the connection ends.</summary>
    public sealed record HalfBody : FeedFault;

    /// <summary>A length that is smaller than the body: the client cannot see that it was cut.</summary>
    public sealed record LengthTooSmall : FeedFault;

    /// <summary>A length that is greater than the body.</summary>
    public sealed record LengthTooGreat : FeedFault;

    /// <summary>A body that never ends.</summary>
    public sealed record Endless : FeedFault;

    /// <summary>A small body that unpacks to 200 MB.</summary>
    public sealed record PackedBomb : FeedFault;

    /// <summary>Octets that say they are packed and are not.</summary>
    public sealed record NotPacked : FeedFault;

    /// <summary>A redirect to the same address.</summary>
    public sealed record RedirectToItself : FeedFault;

    /// <summary>A redirect to another address.</summary>
    public sealed record RedirectTo(Uri Address) : FeedFault;

    /// <summary>Another body.</summary>
    public sealed record Body(byte[] Octets) : FeedFault;

    /// <summary>A list in which entries stand in a wrong order, each of them twice.</summary>
    public sealed record Shuffled : FeedFault;

    /// <summary>A list with one entry more, that leads anywhere.</summary>
    public sealed record LinkTo(string Address) : FeedFault;

    /// <summary>304 whatever was asked.</summary>
    public sealed record AlwaysUnchanged : FeedFault;
}
