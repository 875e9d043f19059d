using System.Security.Cryptography;
using System.Xml;

namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>
/// Verifies the enveloped signatures of an alert (XML-DSig, CAP 1.2 §3.3.4.1). A signature counts only when it covers the whole document
/// but itself and what no fact is read from (<see cref="Coverage"/>): one reference with an empty URI whose transforms leave out nothing
/// more. That shuts out wrapping, where a signed alert is kept aside and another one is shown. Nothing is ever fetched.
/// </summary>
internal static class SignatureCheck
{
    private const int MaxSignatures = 4;
    private const int MaxReferences = 4;

    /// <summary>Judges all signatures that are children of the root.</summary>
    /// <param name="document">A document that was found to be an alert within its limits.</param>
    /// <param name="sentAt">When the alert was sent; <see langword="null"/> when not known.</param>
    /// <returns>The first fault, else <see cref="CapSignature.Valid"/>, or <see cref="CapSignature.None"/> without a signature.</returns>
    public static CapSignature Of(Stream document, DateTimeOffset? sentAt)
    {
        var alert = Load(document);
        var signatures = alert.DocumentElement!.ChildNodes.OfType<XmlElement>().Where(each => Is(each, "Signature")).ToList();
        if (signatures.Count > MaxSignatures)
        {
            return CapSignature.WrongSignature;
        }

        return signatures.Select(each => Judge(alert, each, sentAt)).Where(each => each != CapSignature.Valid)
            .FirstOrDefault(signatures.Count == 0 ? CapSignature.None : CapSignature.Valid);
    }

    private static CapSignature Judge(XmlDocument alert, XmlElement signature, DateTimeOffset? sentAt)
    {
        if (Child(signature, "SignedInfo") is not { } signedInfo
            || Method(signedInfo, "CanonicalizationMethod") is not { } form
            || Algorithms.Signature(Child(signedInfo, "SignatureMethod")?.GetAttribute("Algorithm")) is not { } algorithm)
        {
            return CapSignature.WrongSignature;
        }

        if (!DigestsStand(alert, signature, signedInfo))
        {
            return CapSignature.WrongDigest;
        }

        var keys = SigningKey.Of(Child(signature, "KeyInfo"), algorithm.Padding is not null, sentAt);
        try
        {
            if (keys.Count == 0)
            {
                return CapSignature.WrongCertificate;
            }

            return Base64Text.Decode(Child(signature, "SignatureValue")?.InnerText) is { } value
                && Coverage.All.Select(coverage => coverage.HasBlanks).Distinct()
                    .Select(hasBlanks => Canonicalizer.Element(signedInfo, form, Coverage.Strict with { HasBlanks = hasBlanks }))
                    .Any(octets => keys.Any(key => Verifies(key, octets, value, algorithm)))
                ? CapSignature.Valid
                : CapSignature.WrongSignature;
        }
        finally
        {
            foreach (var key in keys)
            {
                key.Dispose();
            }
        }
    }

    private static bool Verifies(SigningKey key, byte[] octets, byte[] value, SignatureAlgorithm algorithm)
    {
        try
        {
            return key.Verifies(octets, value, algorithm);
        }
        catch (CryptographicException)
        {
            // A key that the platform takes only when it is used, e.g. a point that is not on its curve.
            return false;
        }
    }

    private static bool DigestsStand(XmlDocument alert, XmlElement signature, XmlElement signedInfo)
    {
        var references = Children(signedInfo, "Reference").ToList();
        if (references.Count is 0 or > MaxReferences)
        {
            return false;
        }

        // Others may stand beside it for what the signature itself carries, e.g. properties of XAdES.
        return references.Count(reference => reference.GetAttribute("URI").Length == 0) == 1
            && references.TrueForAll(reference => DigestStands(alert, signature, reference));
    }

    private static bool DigestStands(XmlDocument alert, XmlElement signature, XmlElement reference) =>
        Algorithms.Digest(Child(reference, "DigestMethod")?.GetAttribute("Algorithm")) is { } hash
        && Base64Text.Decode(Child(reference, "DigestValue")?.InnerText) is { } digest
        && Octets(alert, signature, reference).Any(octets => CryptographicOperations.HashData(hash, octets).AsSpan().SequenceEqual(digest));

    /// <summary>What the reference may stand for; nothing when it is not one that is taken.</summary>
    private static IEnumerable<byte[]> Octets(XmlDocument alert, XmlElement signature, XmlElement reference)
    {
        List<XmlElement> transforms = Child(reference, "Transforms") is { } list ? [.. Children(list, "Transform")] : [];
        var isEnveloped = transforms is [var first, ..] && first.GetAttribute("Algorithm") == Algorithms.Enveloped;
        var form = transforms[(isEnveloped ? 1 : 0)..] switch
        {
            [] => new CanonicalForm(IsExclusive: false, HasComments: false),

            // §4.4.3.2: a reference within the document has no comments to keep.
            [var last] when Form(last) is { } named => named with { HasComments = false },
            _ => null,
        };
        return (form, reference.GetAttributeNode("URI")?.Value) switch
        {
            ({ }, "") when isEnveloped => Coverage.All.Select(coverage => Canonicalizer.Document(
                alert, form, coverage, coverage.HasOtherSignatures ? [signature] : [.. Children(alert.DocumentElement!, "Signature")])),
            ({ }, ['#', .. var id]) when !isEnveloped && Within(signature, id) is { } part => [Canonicalizer.Element(part, form, Coverage.Strict)],
            _ => [],
        };
    }

    private static XmlElement? Within(XmlElement signature, string id)
    {
        var named = signature.GetElementsByTagName("*").OfType<XmlElement>().Where(each => each.GetAttribute("Id") == id).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static CanonicalForm? Method(XmlElement parent, string name) => Child(parent, name) is { } method ? Form(method) : null;

    private static CanonicalForm? Form(XmlElement method)
    {
        var form = Algorithms.Canonical(method.GetAttribute("Algorithm"));
        var prefixes = method.ChildNodes.OfType<XmlElement>().FirstOrDefault(each => each.LocalName == "InclusiveNamespaces")?.GetAttribute("PrefixList");
        return form is null || prefixes is null
            ? form
            : form with { InclusivePrefixes = [.. prefixes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each == "#default" ? string.Empty : each)] };
    }

    private static XmlDocument Load(Stream document)
    {
        using var reader = XmlReader.Create(document, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = CapReader.MaxBytes,
            CloseInput = true,
        });
        var alert = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        alert.Load(reader);
        return alert;
    }

    private static bool Is(XmlElement element, string name) => element.LocalName == name && element.NamespaceURI == CapNamespaces.Signature;

    private static XmlElement? Child(XmlElement parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XmlElement> Children(XmlElement parent, string name) => parent.ChildNodes.OfType<XmlElement>().Where(each => Is(each, name));
}
