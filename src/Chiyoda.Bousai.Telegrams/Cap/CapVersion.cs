namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Versions of the Common Alerting Protocol; each has its own namespace and its own rules.</summary>
public enum CapVersion
{
    /// <summary>CAP 1.0 (OASIS, 2004), <c>http://www.incident.com/cap/1.0</c>.</summary>
    V10,

    /// <summary>CAP 1.1 (OASIS, 2005), <c>urn:oasis:names:tc:emergency:cap:1.1</c>.</summary>
    V11,

    /// <summary>CAP 1.2 (OASIS, 2010), <c>urn:oasis:names:tc:emergency:cap:1.2</c>.</summary>
    V12,
}
