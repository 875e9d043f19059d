using System.Text;
using Chiyoda.Bousai.Telegrams.Cap;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>Shorthands for reading alerts, alerts written in a test, and the collected ones.</summary>
internal static class Alerts
{
    public const string Folder = "cap/alerts";

    public static CapAlert Read(byte[] bytes)
    {
        Assert.True(CapReader.Read(bytes).TryGet(out var alert, out var refusal), $"The alert was refused: {refusal?.Code} {refusal?.Message}");
        return alert;
    }

    public static CapAlert Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    public static string RefusalOf(string xml) => RefusalOf(Encoding.UTF8.GetBytes(xml));

    public static string RefusalOf(byte[] bytes) => Refused(bytes).Code;

    public static Domain.Common.Refusal Refused(byte[] bytes)
    {
        Assert.False(CapReader.Read(bytes).TryGet(out _, out var refusal), "The bytes were read as an alert.");
        Assert.NotEmpty(refusal.Message);
        return refusal;
    }

    public static byte[] Collected(string file) => SharedData.Bytes(Path.Combine(Folder, file));

    /// <summary>All collected files, by their path below <see cref="Folder"/>.</summary>
    public static IReadOnlyList<string> Files()
    {
        var root = SharedData.Path(Folder);
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file)).Order(StringComparer.Ordinal)];
    }

    /// <summary>A whole alert of CAP 1.2.</summary>
    public static string Xml(string info = "", string after = "", string sent = "2026-08-01T11:50:00+09:00") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
          <identifier>A-1</identifier>
          <sender>alerts@example.org</sender>
          <sent>{sent}</sent>
          <status>Actual</status>
          <msgType>Alert</msgType>
          <scope>Public</scope>
          {info}{after}
        </alert>
        """;

    /// <summary>A statement of CAP 1.2.</summary>
    public static string Info(string more = "") => $"""
        <info><category>Met</category><event>Flood</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>{more}</info>
        """;
}
