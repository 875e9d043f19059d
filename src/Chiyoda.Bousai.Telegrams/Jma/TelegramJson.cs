using System.Text.Encodings.Web;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Telegrams.Cap;
using Chiyoda.Bousai.Telegrams.Jma.Earthquakes;
using Chiyoda.Bousai.Telegrams.Jma.Tsunamis;
using Chiyoda.Bousai.Telegrams.Jma.Typhoons;
using Chiyoda.Bousai.Telegrams.Jma.Volcanoes;
using Chiyoda.Bousai.Telegrams.Jma.WeatherWarnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;
using Chiyoda.Bousai.Telegrams.P2PQuake;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Writes what was read from one file as one JSON object: the line of <c>hub read --json</c>. Names are stable; more may
/// be added.
/// </summary>
/// <remarks>
/// <c>status</c> and <c>infoType</c> are the issuer's words; <c>eventId</c> is verbatim and may be empty; <c>serial</c> is a
/// number where it is one, <see langword="null"/> where there is none, otherwise the text; <c>type</c> is
/// the kind that the content
/// states, or where several kinds are alike in that, the one in the file's name, <see langword="null"/> when neither is known; instants are RFC 3339 at +09:00. What is unknown is <see langword="null"/>.
/// </remarks>
public static class TelegramJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The line is read by programs and people, never put into a page; Japanese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a file and writes its line.</summary>
    /// <param name="file">The file's name as it shall stand in the line.</param>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="output">Where the object is written, without a line end.</param>
    /// <returns>Whether it was a telegram, an alert or a report of the second source; a refusal is written too.</returns>
    public static bool Write(string file, ReadOnlyMemory<byte> bytes, Stream output)
    {
        if (CapDetection.IsForCap(bytes))
        {
            return WriteAlert(file, bytes, output);
        }

        if (bytes.Span.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{' or (byte)'[', ..])
        {
            return WriteReports(file, bytes, output);
        }

        if (JmaTelegramReader.Read(bytes).TryGet(out var telegram, out var refusal))
        {
            Write(file, telegram, output);
            return true;
        }

        Write(file, refusal, output);
        return false;
    }

    /// <summary>Writes the line of a telegram.</summary>
    /// <param name="file">The file's name as it shall stand in the line.</param>
    /// <param name="telegram">What was read.</param>
    /// <param name="output">Where the object is written, without a line end.</param>
    public static void Write(string file, JmaTelegram telegram, Stream output)
    {
        ArgumentNullException.ThrowIfNull(telegram);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("type", TelegramTypes.OfFile(telegram.Type, file));
        json.WriteString("status", telegram.Control.StatusWord);
        json.WriteString("infoType", telegram.Head.InfoTypeWord);
        json.WriteString("eventId", telegram.Head.EventId);
        WriteSerial(json, telegram.Head.Serial);
        json.WriteString("reportedAt", telegram.Head.ReportedAt.ToJapan());
        json.WriteStartObject("facts");
        switch (telegram.Facts)
        {
            case HazardFacts facts: HazardJson.Write(json, facts); break;
            case ForecastSeriesFacts facts: ForecastSeriesJson.Write(json, facts); break;
            case EarthquakeFacts facts: EarthquakeJson.Write(json, facts); break;
            case EarlyWarningFacts facts: EarthquakeJson.Write(json, facts); break;
            case EarthquakeCountFacts facts: EarthquakeJson.Write(json, facts); break;
            case GreatEarthquakeFacts facts: EarthquakeJson.Write(json, facts); break;
            case TsunamiFacts facts: TsunamiJson.Write(json, facts); break;
            case VolcanoFacts facts: VolcanoJson.Write(json, facts); break;
            case TyphoonFacts facts: TyphoonJson.Write(json, facts); break;
            case TextFacts facts: WriteText(json, facts); break;
        }

        json.WriteEndObject();
        json.WriteString("title", telegram.Control.Title);
        json.WriteString("publishingOffice", telegram.Control.PublishingOffice);
        json.WriteString("headline", telegram.Head.Headline.Text);
        json.WriteObjects("headlineItems", telegram.Head.Headline.Items, item =>
        {
            json.WriteString("layer", item.InformationType);
            json.WriteObjects("kinds", item.Kinds, kind =>
            {
                json.WriteString("name", kind.Name);
                json.WriteString("code", kind.Code);
                json.WriteString("condition", kind.Condition);
            });
            json.WriteObjects("areas", item.Areas, area => json.WriteArea(area));
        });
        json.WriteInstant("targetAt", telegram.Head.TargetAt);
        json.WriteInstant("validUntil", telegram.Head.ValidUntil);
        json.WriteObjects("notices", telegram.Notices, notice =>
        {
            json.WriteString("code", notice.Code);
            json.WriteString("place", notice.Place);
            json.WriteString("word", notice.Word);
        });
        json.WriteEndObject();
    }

    /// <summary>Writes the line of a file that was refused.</summary>
    /// <param name="file">The file's name as it shall stand in the line.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="output">Where the object is written, without a line end.</param>
    public static void Write(string file, Refusal refusal, Stream output)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteStartObject("error");
        json.WriteString("code", refusal.Code);
        json.WriteString("message", refusal.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static bool WriteAlert(string file, ReadOnlyMemory<byte> bytes, Stream output)
    {
        if (!CapReader.Read(bytes).TryGet(out var alert, out var refusal))
        {
            Write(file, TelegramLists.IsJma(bytes) ? TelegramRefusals.FeedList : refusal, output);
            return false;
        }

        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("type", "CAP");
        json.WriteStartObject("facts");
        CapJson.Write(json, alert);
        json.WriteEndObject();
        json.WriteEndObject();
        return true;
    }

    private static bool WriteReports(string file, ReadOnlyMemory<byte> bytes, Stream output)
    {
        if (!P2PQuakeReader.ReadFile(bytes).TryGet(out var reports, out var refusal))
        {
            Write(file, refusal, output);
            return false;
        }

        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("type", "P2PQuake");
        json.WriteStartObject("facts");
        json.WriteObjects("reports", reports, report => P2PQuakeJson.Write(json, report.Report));
        json.WriteEndObject();
        json.WriteEndObject();
        return true;
    }

    private static void WriteSerial(Utf8JsonWriter json, string serial)
    {
        if (TelegramValues.Integer(serial) is { } number)
        {
            json.WriteNumber("serial", number);
        }
        else
        {
            json.WriteString("serial", serial.Length > 0 ? serial : null);
        }
    }

    private static void WriteText(Utf8JsonWriter json, TextFacts facts)
    {
        json.WriteString("text", facts.HeadlineText);
        json.WriteTexts("paragraphs", facts.Paragraphs);
    }
}
