using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>Reads <c>channels.json</c>.</summary>
internal static class ChannelsReader
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "webpush", "signalr", "portal", "email", "line", "webhook", "cap", "rss", "signage", "area-mail", "loudspeaker", "sms", "x",
    };

    public static IReadOnlyList<ChannelDefinition> Read(PackFolder folder)
    {
        if (folder.Json("channels.json") is not { } file)
        {
            return [];
        }

        var channels = new List<ChannelDefinition>();
        foreach (var item in file.Objects("channels"))
        {
            var channel = new ChannelDefinition(item.Text("id"), item.Text("name"), item.Word<ChannelState>("state"));
            item.Done();
            if (!Known.Contains(channel.Id))
            {
                item.Problem(PackRules.UnknownWord, "id");
            }
            else if (channels.Exists(other => other.Id == channel.Id))
            {
                item.Problem(PackRules.Duplicate, "id");
            }

            channels.Add(channel);
        }

        file.Done();
        return channels;
    }
}
