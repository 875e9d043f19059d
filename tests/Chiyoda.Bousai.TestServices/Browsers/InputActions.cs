using System.Globalization;
using System.Text.Json.Nodes;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>Mouse and keyboard in the words of WebDriver.</summary>
/// <seealso href="https://www.w3.org/TR/webdriver2/#keyboard-actions">WebDriver, keyboard actions</seealso>
internal static class InputActions
{
    /// <summary>The code point that stands for a key without a character.</summary>
    public static string KeyOf(string name) => name switch
    {
        "Backspace" => "\uE003",
        "Tab" => "\uE004",
        "Enter" => "\uE007",
        "Escape" => "\uE00C",
        "Space" => " ",
        "PageUp" => "\uE00E",
        "PageDown" => "\uE00F",
        "End" => "\uE010",
        "Home" => "\uE011",
        "ArrowLeft" => "\uE012",
        "ArrowUp" => "\uE013",
        "ArrowRight" => "\uE014",
        "ArrowDown" => "\uE015",
        "Delete" => "\uE017",
        _ => throw new ArgumentException($"No key is named {name}.", nameof(name)),
    };

    public static JsonArray Click(string sharedId) => new(new JsonObject
    {
        ["type"] = "pointer",
        ["id"] = "mouse",
        ["parameters"] = new JsonObject { ["pointerType"] = "mouse" },
        ["actions"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "pointerMove",
                ["x"] = 0,
                ["y"] = 0,
                ["origin"] = new JsonObject { ["type"] = "element", ["element"] = new JsonObject { ["sharedId"] = sharedId } },
            },
            new JsonObject { ["type"] = "pointerDown", ["button"] = 0 },
            new JsonObject { ["type"] = "pointerUp", ["button"] = 0 }),
    });

    public static JsonArray Type(string text)
    {
        var strokes = new JsonArray();
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            var key = characters.GetTextElement();
            strokes.Add(new JsonObject { ["type"] = "keyDown", ["value"] = key });
            strokes.Add(new JsonObject { ["type"] = "keyUp", ["value"] = key });
        }

        return new(new JsonObject { ["type"] = "key", ["id"] = "keyboard", ["actions"] = strokes });
    }
}
