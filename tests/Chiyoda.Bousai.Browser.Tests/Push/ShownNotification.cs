namespace Chiyoda.Bousai.Browser.Tests.Push;

/// <summary>A notification as the worker read it from the decrypted message and showed it.</summary>
internal sealed record ShownNotification(string Title, string Body, string Tag);
