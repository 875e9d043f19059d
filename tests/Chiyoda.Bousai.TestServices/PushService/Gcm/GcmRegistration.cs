namespace Chiyoda.Bousai.TestServices.PushService.Gcm;

/// <summary>What Chromium registered a subscription under, and expects to read in each message.</summary>
internal sealed record GcmRegistration(string Sender, string App, string Subtype);
