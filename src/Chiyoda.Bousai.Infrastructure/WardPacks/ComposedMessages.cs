using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>
/// Makes the templates of a translation from a few parts: what the hazards are called, what people are called to do, and a frame for each
/// act. A reader of the language checks some forty short sentences instead of a hundred templates, and no two of them can differ.
/// </summary>
internal sealed class ComposedMessages(PackObject parts, IReadOnlyDictionary<string, string> levelNames)
{
    private static readonly string[] FrameSlots = ["order", "named", "hazard", "call"];

    private static readonly string[] FrameFields = ["title", "body", "headline"];

    private readonly PackObject _hazards = parts.Object("hazards");
    private readonly PackObject _calls = parts.Object("calls");
    private readonly PackObject _lines = parts.Object("lines");
    private readonly PackObject _acts = parts.Object("acts");
    private readonly Dictionary<(PackObject Holder, string Name), PackObject> _read = [];

    /// <summary>Every part that was needed, with who checked it.</summary>
    public IEnumerable<PackObject> Parts => _read.Values;

    /// <summary>A text with where it comes from and who checked it.</summary>
    public static string Part(PackObject part)
    {
        var text = part.Text("text");
        Vouched(part);
        part.Done();
        return text;
    }

    /// <summary>The templates for what the Japanese file can say, each with the frame that it was made from. What is missing has been reported, all at once.</summary>
    public IReadOnlyList<(MessageTemplate Template, PackObject At)> Compose(IEnumerable<MessageKey> keys)
    {
        var templates = keys.Select(key => (Template(key), Frame(key.Act))).ToList();
        foreach (var group in new[] { _hazards, _calls, _lines, _acts, parts })
        {
            group.Done();
        }

        return templates;
    }

    private MessageTemplate Template(MessageKey key)
    {
        var frame = Frame(key.Act);
        var order = levelNames[LevelKey(key.Level)];
        var official = OrderKinds.For(key.Level).Word();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["order"] = order,
            ["named"] = order.Contains(official, StringComparison.Ordinal) ? order : $"{order} ({official})",
            ["hazard"] = Text(_hazards, PackWords.Of(key.Hazard)),
            ["call"] = key.Act.Ends() ? string.Empty : Call(key),
        };
        return new MessageTemplate(
            key, Fill(frame, "title", values, "order"), Fill(frame, "body", values, key.Act.Ends() ? "order" : "call"),
            Fill(frame, "headline", values, key.Act.Ends() ? "named" : "call"), [.. Lines(key, values["call"])]);
    }

    private IEnumerable<MessageText> Lines(MessageKey key, string call)
    {
        string? second = key switch
        {
            { Act: Act.Lift } => "keepAway",
            { Act: Act.Void } => "ignore",
            { Level: 5 } => "emergency",
            { Action: EvacuationAction.LeaveNow or EvacuationAction.MoveFromSlope } => "shelters",
            { Action: EvacuationAction.GoUp } => "avoid",
            _ => null,
        };
        var texts = key.Act.Ends() ? [] : new[] { (Holder: _calls, Text: call) };
        foreach (var (holder, text) in second is null ? texts : [.. texts, (_lines, Text(_lines, second))])
        {
            yield return Parse(holder, second ?? "calls", text);
        }
    }

    /// <summary>Hazards without a level take the sentence of level 4 where they have none of their own.</summary>
    private string Call(MessageKey key)
    {
        var action = PackWords.Of(key.Action!.Value);
        var own = $"{action}/{LevelKey(key.Level)}";
        return Text(_calls, key.Level is null && !_calls.Names.Contains(own) && _calls.Names.Contains($"{action}/4") ? $"{action}/4" : own);
    }

    private PackObject Frame(Act act) => Read(_acts, PackWords.Of(act), frame =>
    {
        foreach (var field in FrameFields)
        {
            frame.Text(field);
        }
    });

    private string Text(PackObject holder, string name) => Read(holder, name, part => part.Text("text")).Text("text");

    private PackObject Read(PackObject holder, string name, Action<PackObject> check)
    {
        if (!_read.TryGetValue((holder, name), out var part))
        {
            part = _read[(holder, name)] = holder.Object(name);
            check(part);
            Vouched(part);
            part.Done();
        }

        return part;
    }

    private static void Vouched(PackObject part)
    {
        part.Text("source");
        part.TextOrNull("checkedBy");
    }

    private static MessageText Fill(PackObject frame, string field, Dictionary<string, string> values, string required)
    {
        var source = frame.Text(field);
        if (!source.Contains($"{{{required}}}", StringComparison.Ordinal))
        {
            frame.Problem(PackRules.MissingSlot, field, required);
        }

        return Parse(frame, field, FrameSlots.Aggregate(source, (text, slot) => text.Replace($"{{{slot}}}", values[slot], StringComparison.Ordinal)));
    }

    private static MessageText Parse(PackObject at, string field, string source)
    {
        if (MessageText.TryParse(source, out var text))
        {
            return text;
        }

        at.Problem(PackRules.Braces, field, source);
        return MessageText.Empty;
    }

    private static string LevelKey(int? level) => level?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? LanguageTemplates.NoLevel;
}
