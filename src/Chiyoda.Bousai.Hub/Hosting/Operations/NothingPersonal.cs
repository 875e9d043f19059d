using System.Diagnostics;
using OpenTelemetry;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>
/// Takes from every span what tells of a person (design rule 14): the path may hold the secret id of a subscription, so that the
/// route stands in its place; the address and the program of whoever asked are nobody's business.
/// </summary>
internal sealed class NothingPersonal : BaseProcessor<Activity>
{
    private static readonly string[] Personal =
    [
        "url.full", "url.query", "client.address", "client.port", "network.peer.address", "network.peer.port", "user_agent.original", "http.client_ip", "http.user_agent", "http.url", "http.target",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Personal)
        {
            data.SetTag(tag, null);
        }

        if (data.GetTagItem("url.path") is not null)
        {
            data.SetTag("url.path", data.GetTagItem("http.route") ?? "(no route)");
        }
    }
}
