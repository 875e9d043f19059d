using Chiyoda.Bousai.Domain.Warnings;
using Chiyoda.Bousai.Telegrams.Jma.Xml;

namespace Chiyoda.Bousai.Telegrams.Jma;

/// <summary>
/// Reads a body that is a full list of areas in layers, each with its kinds or with the word that there is none. Where
/// the body lists nothing, as in a 取消, the headline takes its place.
/// </summary>
internal sealed class LayeredHazards(NoticeList notices)
{
    private readonly List<LayerItem> _layers = [];

    /// <summary>What holds or ends, by area.</summary>
    public List<HazardItem> Items { get; } = [];

    /// <summary>Areas without anything.</summary>
    public List<WarningArea> AreasWithout { get; } = [];

    /// <summary>Whether the items come from the headline.</summary>
    public bool IsFromHeadline { get; private set; }

    /// <summary>Takes the Body/Warning on which the reader stands.</summary>
    public void Take(TelegramXml xml) => LayerItem.ReadLayer(xml, _layers, notices);

    /// <summary>Judges what was taken.</summary>
    /// <param name="head">The head, for its headline.</param>
    /// <param name="family">What the family knows of its kinds.</param>
    public void Judge(JmaHead head, IKindTable family)
    {
        IsFromHeadline = _layers.Count == 0;
        var listed = 0;
        foreach (var layer in _layers)
        {
            listed += layer.IsListed ? layer.Kinds.Count : 0;
            TelegramLimits.CheckItems(listed);
            foreach (var kind in layer.Kinds)
            {
                if (family.IsNone(kind))
                {
                    AreasWithout.Add(layer.Area);
                }
                else
                {
                    Items.Add(layer.With(kind, family.Meaning(kind.Code, kind.Name), family.IsEnded(kind.Code, kind.Status)));
                }
            }
        }

        if (!IsFromHeadline)
        {
            return;
        }

        foreach (var item in head.Headline.Items)
        {
            foreach (var kind in item.Kinds)
            {
                var meaning = family.Meaning(kind.Code, kind.Name);
                Items.AddRange(item.Areas.Select(area => new HazardItem(
                    meaning.Phenomenon, meaning.Level, kind.Name, kind.Code, kind.Condition, area)
                {
                    Layer = item.InformationType,
                    IsEnded = family.IsEnded(kind.Code, kind.Condition),
                }));
                TelegramLimits.CheckItems(Items.Count);
            }
        }
    }

    /// <summary>What a family knows of its kinds.</summary>
    internal interface IKindTable
    {
        /// <summary>Whether the kind is the word for «nothing here».</summary>
        bool IsNone(LayerKind kind);

        /// <summary>Whether the kind ends with this telegram.</summary>
        bool IsEnded(string code, string status);

        /// <summary>What the code means; an unknown one is reported.</summary>
        HazardKind Meaning(string code, string name);
    }
}
