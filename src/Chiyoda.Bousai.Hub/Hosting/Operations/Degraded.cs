using Chiyoda.Bousai.Hub.Http.OpenApi;

namespace Chiyoda.Bousai.Hub.Hosting.Operations;

/// <summary>A part of the hub that is not as it should be.</summary>
/// <param name="Part">Which.</param>
/// <param name="What">What is the matter, in a few plain words for whoever looks after it.</param>
internal sealed record Degraded(
    [property: Words("call-out", "database", "feeds", "telegrams", "dispatch", "nodes", "heartbeat", "ring", "jobs", "portal", "mirror")] string Part,
    string What);
