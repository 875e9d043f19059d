using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>Warning/Item/Kind of a body: in VPWW55–61 with its properties, in the others with name, code and status only.</summary>
internal sealed record LayerKind(
    string Name,
    string Code,
    string Status,
    string Condition,
    JmaKind? LastKind,
    IReadOnlyList<HazardSignificancy> Significancies,
    IReadOnlyList<CriteriaPeriod> Periods)
{
    public static LayerKind Read(TelegramXml xml)
    {
        string name = "", code = "", status = "", condition = "";
        JmaKind? last = null;
        List<HazardSignificancy>? significancies = null;
        List<CriteriaPeriod>? periods = null;
        for (var kind = xml.Children(); xml.MoveNext(kind);)
        {
            switch (xml.Name)
            {
                case "Name": name = xml.Word(); break;
                case "Code": code = TelegramValues.Code(xml.Word()); break;
                case "Status": status = xml.Word(); break;
                case "Condition": condition = xml.Word(); break;
                case "LastKind": last = CommonElements.Kind(xml); break;
                case "Property":
                    for (var property = xml.Children(); xml.MoveNext(property);)
                    {
                        switch (xml.Name)
                        {
                            case "SignificancyPart": SignificancyPart(xml, significancies ??= []); break;
                            case "CriteriaPeriod": Period(xml, periods ??= []); break;
                        }
                    }

                    break;
            }
        }

        return new LayerKind(name, code, status, condition, last, significancies ?? [], periods ?? []);
    }

    // Base holds the value itself, or one Local per part of the area.
    private static void SignificancyPart(TelegramXml xml, List<HazardSignificancy> found)
    {
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            if (xml.Name == "Base")
            {
                Significancy(xml, found);
            }
        }
    }

    private static void Significancy(TelegramXml xml, List<HazardSignificancy> found)
    {
        var local = "";
        for (var part = xml.Children(); xml.MoveNext(part);)
        {
            switch (xml.Name)
            {
                case "AreaName":
                    local = xml.Word();
                    break;
                case "Local":
                    Significancy(xml, found);
                    break;
                case "Significancy":
                    var type = xml.Attribute("type");
                    var kind = CommonElements.Kind(xml);
                    found.Add(new HazardSignificancy(type, kind.Name, kind.Code, local));
                    break;
            }
        }
    }

    // CriteriaPeriod holds the value itself, or in Base, with what holds for a time or comes later beside it; each may have one Local
    // per part of the area (jmx_mete.xsd).
    private static void Period(TelegramXml xml, List<CriteriaPeriod> found)
    {
        string local = "", sentence = "", code = "";
        DateTimeOffset? starts = null;
        TimeSpan? duration = null;
        for (var period = xml.Children(); xml.MoveNext(period);)
        {
            switch (xml.Name)
            {
                case "Base" or "Temporary" or "Becoming" or "Local": Period(xml, found); break;
                case "AreaName": local = xml.Word(); break;
                case "Sentence": sentence = xml.Word(); break;
                case "CriteriaClass": code = CommonElements.Kind(xml).Code; break;
                case "Time": starts = TelegramInstant.Parse(xml.Word()); break;
                case "Duration": duration = TelegramValues.Duration(xml.Word()); break;
            }
        }

        if (sentence.Length > 0 || starts is not null)
        {
            found.Add(new CriteriaPeriod(sentence, code, LevelOf(code), starts, duration, local));
        }
    }

    // 別表5: the second digit 1 or 2 marks the classes of 警戒レベル; 20, 30 and 50 are 注意報級 … 特別警報級.
    internal static int? LevelOf(string code) => code switch
    {
        "21" or "22" => 2,
        "31" => 3,
        "41" => 4,
        "51" => 5,
        _ => null,
    };
}
