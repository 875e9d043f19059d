using Chiyoda.Bousai.Telegrams.Cap.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Makes typed facts of elements that were found valid.</summary>
internal static class CapFacts
{
    public static CapAlert Of(CapVersion version, CapElement alert, Func<CapInstant, CapSignature> judge)
    {
        var sent = Instant(alert.Text("sent"));
        return new CapAlert
        {
            Version = version,
            Identifier = alert.Text("identifier"),
            Sender = alert.Text("sender"),
            Sent = sent,
            Status = alert.Text("status"),
            MsgType = alert.Text("msgType"),
            Source = alert.Find("source"),
            Scope = alert.Find("scope"),
            Restriction = alert.Find("restriction"),
            Addresses = alert.Find("addresses"),
            Codes = alert.Texts("code"),
            Note = alert.Find("note"),
            References = alert.Find("references"),
            Incidents = alert.Find("incidents"),
            Infos = alert.All("info", info => Info(version, info)),
            Signature = judge(sent),
        };
    }

    private static CapInfo Info(CapVersion version, CapElement info) => new()
    {
        Language = info.Find("language"),
        Categories = info.Texts("category"),
        Event = info.Text("event"),
        ResponseTypes = info.Texts("responseType"),
        Urgency = info.Text("urgency"),
        Severity = info.Text("severity"),
        Certainty = info.Text("certainty"),
        Audience = info.Find("audience"),
        EventCodes = info.All("eventCode", code => Named(version, code)),
        Effective = MaybeInstant(info.Find("effective")),
        Onset = MaybeInstant(info.Find("onset")),
        Expires = MaybeInstant(info.Find("expires")),
        SenderName = info.Find("senderName"),
        Headline = info.Find("headline"),
        Description = info.Find("description"),
        Instruction = info.Find("instruction"),
        Web = info.Find("web"),
        Contact = info.Find("contact"),
        Parameters = info.All("parameter", parameter => Named(version, parameter)),
        Resources = info.All("resource", resource => new CapResource(
            resource.Text("resourceDesc"), resource.Find("mimeType"), resource.Find("size"), resource.Find("uri"), resource.Find("derefUri"), resource.Find("digest"))),
        Areas = info.All("area", area => new CapArea(
            area.Text("areaDesc"), area.Texts("polygon"), area.Texts("circle"), area.All("geocode", code => Named(version, code)), area.Find("altitude"), area.Find("ceiling"))),
    };

    // CAP 1.0 §3.2.2: the code is written «name=value».
    private static CapNamedValue Named(CapVersion version, CapElement element)
    {
        if (version != CapVersion.V10)
        {
            return new CapNamedValue(element.Text("valueName"), element.Text("value"));
        }

        var at = element.Content.IndexOf('=', StringComparison.Ordinal);
        return at < 0
            ? new CapNamedValue(null, element.Content)
            : new CapNamedValue(element.Content[..at].Trim(), element.Content[(at + 1)..].Trim());
    }

    private static CapInstant? MaybeInstant(string? text) => text is null ? null : Instant(text);

    private static CapInstant Instant(string text) => new(text, XsdDateTime.TryParse(text, out var at) ? at : null);
}
