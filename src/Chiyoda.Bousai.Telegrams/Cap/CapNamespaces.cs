namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>Namespaces by which documents are told apart.</summary>
internal static class CapNamespaces
{
    public const string V10 = "http://www.incident.com/cap/1.0";
    public const string V11 = "urn:oasis:names:tc:emergency:cap:1.1";
    public const string V12 = "urn:oasis:names:tc:emergency:cap:1.2";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    public const string Declarations = "http://www.w3.org/2000/xmlns/";
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>All standards of the EDXL family begin like this (DE 1.0, DE 2.0, HAVE, RM, SitRep).</summary>
    public const string EdxlRoot = "urn:oasis:names:tc:emergency:EDXL:";

    public static CapVersion? VersionOf(string name) => name switch
    {
        V10 => CapVersion.V10,
        V11 => CapVersion.V11,
        V12 => CapVersion.V12,
        _ => null,
    };

    public static string NumberOf(CapVersion version) => version switch
    {
        CapVersion.V10 => "1.0",
        CapVersion.V11 => "1.1",
        _ => "1.2",
    };
}
