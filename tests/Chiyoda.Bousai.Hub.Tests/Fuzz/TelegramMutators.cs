using System.Globalization;
using System.Xml.Linq;
using Chiyoda.Bousai.TestHub;

namespace Chiyoda.Bousai.Hub.Tests.Fuzz;

/// <summary>Changes of a telegram that leave it well-formed: what a defect in another program, or somebody with time, could send.</summary>
internal static class TelegramMutators
{
    public static IReadOnlyList<Action<Mutation>> All { get; } =
    [
        Delete, Duplicate, Multiply, Swap, Nest, Number, Number, Instant, Instant, Code, Code, ConcernTheWard, ConcernTheWard, ConcernTheWard,
        Envelope, Envelope, EventId, Words, Long, Attribute, Namespace, Splice, Empty, Rename,
    ];

    private const int MaxCharacters = 500_000;

    private static readonly string[] Numbers =
    [
        "-1", "0", "1", "00", "99", "2147483648", "-2147483649", "99999999999999999999", "79228162514264337593543950336", "1e308", "-0.0", "NaN",
        "0.00000000000000000000000000001", "２１４７４８３６４８", "٣", "½", "+", "-", ".", string.Empty, "0x10", "1,000", "5-", "7", "震度５弱以上未入電",
    ];

    private static readonly string[] Instants =
    [
        "0001-01-01T00:00:00+09:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+09:00", "9999-12-31T23:59:59-14:00", "9000-12-31T23:59:59Z", "1899-12-31T23:59:59Z",
        "1900-01-01T00:00:00+14:00", "2026-02-30T00:00:00+09:00", "2026-08-01T24:00:00+09:00", "2026-08-01T12:00:00", "2026-08-01", "1970-01-01T00:00:00Z",
        "2026-08-01T11:00:00+09:00", "2026-08-01T11:59:59.9999999+09:00", "2026-08-01T12:10:00+09:00", "2026-08-01T13:00:00+09:00", "2027-08-01T12:00:00+09:00",
        "2026-07-30T12:00:00+09:00", "2016-12-31T23:59:60Z", "２０２６－０８－０１Ｔ１２：００：００＋０９：００", "now", string.Empty,
    ];

    private static readonly string[] Codes = ["1310100", "130010", "130000", Floods.Kanda, Floods.Arakawa, "312", "350", "13", "00", "0", "1", "3", "49", "39", "48", "38", "33", "41", "51", "52", "62", "71", "９９", "-1", string.Empty];

    private static readonly string[] Odd =
    [
        "\u202Eﾙﾍﾞﾚ", "レベル５氾濫特別警報", "<b>", "&amp;", "']--><script>", "%00", "\uFFFD", "\u2028", "👨‍👩‍👧‍👦", "葛\U000E0100", "a\u0301\u0301\u0301", "\uFEFF", " ", "\r\n", "なし", "解除", "発表", "{0}", "{slot}",
    ];

    private static readonly string[] Spaces =
    [
        string.Empty, "http://xml.kishou.go.jp/jmaxml1/", "http://xml.kishou.go.jp/jmaxml1/body/meteorology1/", "http://xml.kishou.go.jp/jmaxml1/body/seismology1/",
        "http://xml.kishou.go.jp/jmaxml2/", "http://XML.kishou.go.jp/jmaxml1/", "urn:x",
    ];

    private static readonly Dictionary<string, string[]> EnvelopeWords = new(StringComparer.Ordinal)
    {
        ["Status"] = ["通常", "訓練", "試験", "", "通常 ", "TEST", "訓"],
        ["InfoType"] = ["発表", "訂正", "遅延", "取消", "", "発表取消"],
        ["Serial"] = ["0", "-1", "99999999999", "", "１", "1.5"],
        ["PublishingOffice"] = ["", "気象庁", "東京都 気象庁", "気象台 気象台", "　"],
        ["Title"] = ["指定河川洪水予報", "震源・震度に関する情報", "津波警報・注意報・予報a", "気象警報・注意報（Ｒ０６）（土砂）", "府県気象防災速報", "竜巻注意情報", "x"],
        ["InfoKind"] = ["指定河川洪水予報", "地震情報", "津波警報・注意報・予報", ""],
    };

    private static void Delete(Mutation mutation) => mutation.Inner?.Remove();

    private static void Duplicate(Mutation mutation) => mutation.Inner?.AddAfterSelf(new XElement(mutation.Last!));

    /// <summary>Very many of one element: lists, products of lists, look-ups in lists. Up to the size at which reading refuses.</summary>
    private static void Multiply(Mutation mutation)
    {
        if (mutation.Inner is { } element && mutation.Random.Next(4) == 0)
        {
            var most = MaxCharacters / (element.Value.Length + (element.DescendantsAndSelf().Count() * 20));
            element.AddAfterSelf(Enumerable.Range(0, mutation.Random.Next(1, Math.Clamp(most, 2, 20_000))).Select(_ => new XElement(element)));
        }
    }

    private static void Swap(Mutation mutation)
    {
        if (mutation.Inner is { } one && mutation.Inner is { } other && one != other && !one.Ancestors().Contains(other) && !other.Ancestors().Contains(one))
        {
            var copy = new XElement(one);
            one.ReplaceWith(new XElement(other));
            other.ReplaceWith(copy);
        }
    }

    private static void Nest(Mutation mutation)
    {
        if (mutation.Inner is { } element)
        {
            var nested = new XElement(element);
            for (var depth = mutation.Random.Next(1, mutation.Random.Next(20) == 0 ? 3_000 : 60); depth > 0; depth--)
            {
                nested = new XElement(element.Name, nested);
            }

            element.ReplaceWith(nested);
        }
    }

    private static void Number(Mutation mutation) => mutation.Write(text => text.Length is > 0 and < 20 && text.Any(char.IsDigit), mutation.OneOf(Numbers));

    private static void Instant(Mutation mutation)
    {
        var minutes = mutation.Random.Next(-3_000, 3_000);
        var at = mutation.OneOf(Instants);
        mutation.Write(text => text.Length is > 18 and < 32 && text[4] == '-', at == "now" ? Mutation.Now.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : at);
    }

    private static void Code(Mutation mutation)
    {
        if (mutation.Any(element => element.Name.LocalName is "Code" or "CityCode") is { } code)
        {
            code.Value = mutation.OneOf(Codes);
        }
    }

    /// <summary>Most collected telegrams are about other places: with our codes in their place they go the whole way.</summary>
    private static void ConcernTheWard(Mutation mutation)
    {
        var every = mutation.Random.Next(1, 4);
        foreach (var code in mutation.Document.Descendants().Where(element => element.Name.LocalName is "Code" or "CityCode" or "EventID").ToList())
        {
            if (mutation.Random.Next(every) != 0)
            {
                continue;
            }

            code.Value = code.Value.Length switch
            {
                12 => mutation.OneOf([Floods.Kanda, Floods.Arakawa]),
                7 => "1310100",
                6 => "130010",
                3 => mutation.OneOf(["312", "350"]),
                _ => code.Value,
            };
        }

        foreach (var at in mutation.Document.Descendants().Where(element => element.Name.LocalName is "ReportDateTime").ToList())
        {
            at.Value = Mutation.Now.AddMinutes(mutation.Random.Next(-600, 5)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }
    }

    private static void Envelope(Mutation mutation)
    {
        var (name, words) = mutation.OneOf([.. EnvelopeWords]);
        if (mutation.Any(element => element.Name.LocalName == name) is { } element)
        {
            element.Value = mutation.OneOf(words);
        }
    }

    private static void EventId(Mutation mutation)
    {
        if (mutation.Any(element => element.Name.LocalName == "EventID") is { } id)
        {
            id.Value = mutation.Random.Next(4) switch
            {
                0 => string.Empty,
                1 => string.Join(' ', Enumerable.Repeat("20260801114500", mutation.Random.Next(1, 40))),
                _ => mutation.Random.Next(100).ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    private static void Words(Mutation mutation) => mutation.Write(_ => true, mutation.OneOf(Odd));

    private static void Long(Mutation mutation) => mutation.Write(_ => true, string.Concat(Enumerable.Repeat(
        mutation.OneOf(["危", "a", " ", "\n", "𠮷", "1", "\u202E", "]]>"]), mutation.Random.Next(30) == 0 ? mutation.Random.Next(600_000) : mutation.Random.Next(3_000))));

    private static void Attribute(Mutation mutation)
    {
        if (mutation.Any(element => element.HasAttributes && element != mutation.Document.Root) is not { } element
            || element.Attributes().FirstOrDefault(attribute => !attribute.IsNamespaceDeclaration) is not { } attribute)
        {
            return;
        }

        if (mutation.Random.Next(3) == 0)
        {
            attribute.Remove();
            return;
        }

        attribute.Value = mutation.OneOf([.. Odd, "気象警報・注意報（市町村等）", "指定河川洪水予報（予報区域）", "気象情報／府県予報区・細分区域等", "レベル", new string('x', 5_000)]);
        for (var more = mutation.Random.Next(200); more > 0; more--)
        {
            element.SetAttributeValue($"a{more.ToString(CultureInfo.InvariantCulture)}", more);
        }
    }

    private static void Namespace(Mutation mutation)
    {
        if (mutation.Inner is { } element)
        {
            var space = mutation.OneOf(Spaces);
            foreach (var each in element.DescendantsAndSelf())
            {
                each.Name = XName.Get(each.Name.LocalName, space);
            }

            element.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName == "xmlns").Remove();
        }
    }

    /// <summary>A part of another telegram in the place of a part of this one.</summary>
    private static void Splice(Mutation mutation)
    {
        var other = mutation.Seeds.Choose(mutation.Random);
        if (mutation.Inner is { } here && Mutation.AnyOf(other, mutation.Random, _ => true) is { } there)
        {
            here.ReplaceWith(new XElement(there));
        }
    }

    private static void Empty(Mutation mutation) => mutation.Inner?.RemoveNodes();

    private static void Rename(Mutation mutation)
    {
        if (mutation.Inner is { } element && mutation.Inner is { } other)
        {
            element.Name = other.Name;
        }
    }
}
