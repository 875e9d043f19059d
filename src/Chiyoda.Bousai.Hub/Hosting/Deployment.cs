using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Hosting;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>What this running hub is, once mode and directories are settled.</summary>
/// <param name="Mode">Exercise or live; equal to the stamp of the database.</param>
/// <param name="ConfigDirectory">The ward pack.</param>
/// <param name="DataDirectory">Files of this node.</param>
/// <param name="Database">Where the data are.</param>
/// <param name="Roles">What this node does.</param>
internal sealed record Deployment(HubMode Mode, string ConfigDirectory, string DataDirectory, Database Database, HubRoles Roles)
{
    public const string FeedKeyFile = "feed.key";

    public bool IsExercise => Mode == HubMode.Exercise;

    /// <summary>Reads a small secret of the data directory, making it when it is absent.</summary>
    public string ReadOrCreateSecret(string file, Func<string> make)
    {
        var path = Path.Combine(DataDirectory, file);
        if (PrivateFile.Read(path) is not { } secret)
        {
            secret = make();
            PrivateFile.Write(path, secret);
        }

        return secret;
    }
}
