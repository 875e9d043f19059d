namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>
/// The rules of CAP 1.0, 1.1 and 1.2 as their OASIS schemas state them, element by element. They are as strict as the schemas and no
/// stricter: what the text of the standard asks for beyond (closed polygons, no blanks in identifiers) is not a reason to refuse.
/// </summary>
internal static class CapGrammar
{
    private static readonly CapRule Alert10 = Alert(CapVersion.V10);
    private static readonly CapRule Alert11 = Alert(CapVersion.V11);
    private static readonly CapRule Alert12 = Alert(CapVersion.V12);

    /// <summary>The rule of the root.</summary>
    public static CapRule Of(CapVersion version) => version switch
    {
        CapVersion.V10 => Alert10,
        CapVersion.V11 => Alert11,
        _ => Alert12,
    };

    private static CapRule Alert(CapVersion version)
    {
        var is10 = version == CapVersion.V10;
        var list = is10 ? CapTypes.List : CapTypes.Text;
        var instant = Instant(version);
        return new CapRule("alert", IsRequired: true, IsRepeated: false, null,
        [
            One("identifier", CapTypes.Text),
            One("sender", CapTypes.Text),
            One("sent", instant),
            One("status", CapTypes.OneOf(["Actual", "Exercise", "System", "Test", .. From(!is10, "Draft")])),
            One("msgType", CapTypes.OneOf("Alert", "Update", "Cancel", "Ack", "Error")),
            .. is10 ? [Maybe("password", CapTypes.Text)] : Array.Empty<CapRule>(),
            Maybe("source", CapTypes.Text),
            Maybe("scope", CapTypes.OneOf("Public", "Restricted", "Private")) with { IsRequired = !is10 },
            Maybe("restriction", CapTypes.Text),
            Maybe("addresses", CapTypes.Text),
            Many("code", CapTypes.Text),
            Maybe("note", CapTypes.Text),
            Maybe("references", list),
            Maybe("incidents", list),
            Many("info", Info(version)),
        ])
        {
            TakesSignatures = version == CapVersion.V12,
        };
    }

    private static CapRule[] Info(CapVersion version)
    {
        var is10 = version == CapVersion.V10;
        var is12 = version == CapVersion.V12;
        var instant = Instant(version);
        return
        [
            Maybe("language", CapTypes.Language),
            Many("category", CapTypes.OneOf(
            [
                "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", .. From(!is10, "CBRNE"), "Other",
            ])) with { IsRequired = !is10 },
            One("event", CapTypes.Text),
            .. is10 ? Array.Empty<CapRule>() : [Many("responseType", CapTypes.OneOf(
            [
                "Shelter", "Evacuate", "Prepare", "Execute", .. From(is12, "Avoid"), "Monitor", "Assess", .. From(is12, "AllClear"), "None",
            ]))],
            One("urgency", CapTypes.OneOf("Immediate", "Expected", "Future", "Past", "Unknown")),
            One("severity", CapTypes.OneOf("Extreme", "Severe", "Moderate", "Minor", "Unknown")),
            One("certainty", CapTypes.OneOf(is10 ? "Very Likely" : "Observed", "Likely", "Possible", "Unlikely", "Unknown")),
            Maybe("audience", CapTypes.Text),
            Named("eventCode", version),
            Maybe("effective", instant),
            Maybe("onset", instant),
            Maybe("expires", instant),
            Maybe("senderName", CapTypes.Text),
            Maybe("headline", CapTypes.Text),
            Maybe("description", CapTypes.Text),
            Maybe("instruction", CapTypes.Text),
            Maybe("web", CapTypes.Uri),
            Maybe("contact", CapTypes.Text),
            Named("parameter", version),
            Many("resource", Resource(version)),
            Many("area", Area(version)),
        ];
    }

    private static CapRule[] Resource(CapVersion version) =>
    [
        One("resourceDesc", CapTypes.Text),
        Maybe("mimeType", CapTypes.Text) with { IsRequired = version == CapVersion.V12 },
        Maybe("size", CapTypes.Integer),
        Maybe("uri", CapTypes.Uri),
        .. version == CapVersion.V10 ? Array.Empty<CapRule>() : [Maybe("derefUri", CapTypes.Text)],
        Maybe("digest", CapTypes.Text),
    ];

    private static CapRule[] Area(CapVersion version)
    {
        var shape = version == CapVersion.V10 ? CapTypes.List : CapTypes.Text;
        var height = version == CapVersion.V12 ? CapTypes.Decimal : CapTypes.Text;
        return
        [
            One("areaDesc", CapTypes.Text),
            Many("polygon", shape),
            Many("circle", shape),
            Named("geocode", version),
            Maybe("altitude", height),
            Maybe("ceiling", height),
        ];
    }

    private static CapType Instant(CapVersion version) => version == CapVersion.V12 ? CapTypes.OffsetDateTime : CapTypes.DateTime;

    // CAP 1.0 writes «name=value» as one text.
    private static CapRule Named(string name, CapVersion version) => version == CapVersion.V10
        ? Many(name, CapTypes.Text)
        : Many(name, [One("valueName", CapTypes.Text), One("value", CapTypes.Text)]);

    private static string[] From(bool condition, string word) => condition ? [word] : [];

    private static CapRule One(string name, CapType type) => new(name, IsRequired: true, IsRepeated: false, type, []);

    private static CapRule Maybe(string name, CapType type) => new(name, IsRequired: false, IsRepeated: false, type, []);

    private static CapRule Many(string name, CapType type) => new(name, IsRequired: false, IsRepeated: true, type, []);

    private static CapRule Many(string name, CapRule[] children) => new(name, IsRequired: false, IsRepeated: true, null, children);
}
