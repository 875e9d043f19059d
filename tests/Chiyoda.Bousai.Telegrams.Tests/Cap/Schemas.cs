using System.Xml;
using System.Xml.Schema;

namespace Chiyoda.Bousai.Telegrams.Tests.Cap;

/// <summary>The OASIS schemas as an independent judge, where they are beside the checkout.</summary>
internal sealed class Schemas
{
    private static readonly Lazy<Schemas> Loaded = new(() => new Schemas());

    private readonly Dictionary<string, XmlSchemaSet> _sets = new(StringComparer.Ordinal)
    {
        ["http://www.incident.com/cap/1.0"] = Load("cap10.xsd"),
        ["urn:oasis:names:tc:emergency:cap:1.1"] = Load("cap11.xsd"),
        ["urn:oasis:names:tc:emergency:cap:1.2"] = Load("CAP-v1.2.xsd"),
    };

    private Schemas()
    {
    }

    /// <summary>The schemas; the test is skipped where they are not.</summary>
    public static Schemas Collected
    {
        get
        {
            SharedData.Path("cap");
            return Loaded.Value;
        }
    }

    /// <summary>What the schema of its version says of a document: empty when valid.</summary>
    public string Judge(byte[] bytes)
    {
        try
        {
            string space;
            using (var root = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { XmlResolver = null }))
            {
                root.MoveToContent();
                (space, var name) = (root.NamespaceURI, root.LocalName);
                if (name != "alert" || !_sets.ContainsKey(space))
                {
                    return "no alert of any version";
                }
            }

            var fault = string.Empty;
            var settings = new XmlReaderSettings
            {
                XmlResolver = null,
                ValidationType = ValidationType.Schema,
                Schemas = _sets[space],

                // The schema does not know attributes like xml:lang; only this flag of the platform would let them pass.
                ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints,
            };
            settings.ValidationEventHandler += (_, args) => fault = fault.Length > 0 ? fault : args.Message;
            using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
            while (reader.Read())
            {
            }

            return fault;
        }
        catch (XmlException exception)
        {
            return exception.Message;
        }
    }

    private static XmlSchemaSet Load(string file)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        set.Add(null, SharedData.Path(Path.Combine("cap", "xsd", file)));
        set.Compile();
        return set;
    }
}
