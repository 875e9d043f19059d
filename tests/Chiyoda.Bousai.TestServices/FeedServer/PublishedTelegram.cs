namespace Chiyoda.Bousai.TestServices.FeedServer;

/// <summary>A telegram as it lies on the server.</summary>
/// <param name="List">The list that names it, for example <c>extra</c>.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Title">Control/Title.</param>
/// <param name="Office">Publishing office.</param>
/// <param name="Headline">Head/Headline/Text.</param>
/// <param name="At">When it was published, by the server's clock.</param>
/// <param name="Octets">The telegram.</param>
public sealed record PublishedTelegram(string List, string Path, string Title, string Office, string Headline, DateTimeOffset At, byte[] Octets);
