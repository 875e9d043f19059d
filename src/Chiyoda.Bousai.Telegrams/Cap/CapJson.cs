using System.Text.Json;

namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Writes the facts of an alert with the element names of the standard, for the line of <c>hub read --json</c>. What is not there
/// is <see langword="null"/>, or an empty list; texts, instants and numbers stand as the sender wrote them.</summary>
internal static class CapJson
{
    public static void Write(Utf8JsonWriter json, CapAlert alert)
    {
        json.WriteString("identifier", alert.Identifier);
        json.WriteString("sender", alert.Sender);
        json.WriteString("sent", alert.Sent.Text);
        json.WriteString("status", alert.Status);
        json.WriteString("msgType", alert.MsgType);
        json.WriteString("source", alert.Source);
        json.WriteString("scope", alert.Scope);
        json.WriteString("restriction", alert.Restriction);
        json.WriteString("addresses", alert.Addresses);
        WriteAll(json, "code", alert.Codes);
        json.WriteString("note", alert.Note);
        json.WriteString("references", alert.References);
        json.WriteString("incidents", alert.Incidents);
        WriteAll(json, "info", alert.Infos, WriteInfo);
        json.WriteString("signature", CapWords.Of(alert.Signature));
        json.WriteString("version", CapNamespaces.NumberOf(alert.Version));
    }

    private static void WriteInfo(Utf8JsonWriter json, CapInfo info)
    {
        json.WriteString("language", info.Language);
        WriteAll(json, "category", info.Categories);
        json.WriteString("event", info.Event);
        WriteAll(json, "responseType", info.ResponseTypes);
        json.WriteString("urgency", info.Urgency);
        json.WriteString("severity", info.Severity);
        json.WriteString("certainty", info.Certainty);
        json.WriteString("audience", info.Audience);
        WriteAll(json, "eventCode", info.EventCodes, WriteNamed);
        json.WriteString("effective", info.Effective?.Text);
        json.WriteString("onset", info.Onset?.Text);
        json.WriteString("expires", info.Expires?.Text);
        json.WriteString("senderName", info.SenderName);
        json.WriteString("headline", info.Headline);
        json.WriteString("description", info.Description);
        json.WriteString("instruction", info.Instruction);
        json.WriteString("web", info.Web);
        json.WriteString("contact", info.Contact);
        WriteAll(json, "parameter", info.Parameters, WriteNamed);
        WriteAll(json, "resource", info.Resources, WriteResource);
        WriteAll(json, "area", info.Areas, WriteArea);
    }

    private static void WriteResource(Utf8JsonWriter json, CapResource resource)
    {
        json.WriteString("resourceDesc", resource.ResourceDesc);
        json.WriteString("mimeType", resource.MimeType);
        json.WriteString("size", resource.Size);
        json.WriteString("uri", resource.Uri);
        json.WriteString("derefUri", resource.DerefUri);
        json.WriteString("digest", resource.Digest);
    }

    private static void WriteArea(Utf8JsonWriter json, CapArea area)
    {
        json.WriteString("areaDesc", area.AreaDesc);
        WriteAll(json, "polygon", area.Polygons);
        WriteAll(json, "circle", area.Circles);
        WriteAll(json, "geocode", area.Geocodes, WriteNamed);
        json.WriteString("altitude", area.Altitude);
        json.WriteString("ceiling", area.Ceiling);
    }

    private static void WriteNamed(Utf8JsonWriter json, CapNamedValue named)
    {
        json.WriteString("valueName", named.ValueName);
        json.WriteString("value", named.Value);
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
