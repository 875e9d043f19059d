using Chiyoda.Bousai.Hub.Features.Feeds;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Hosting;

/// <summary>
/// The secrets that all nodes of a deployment must have in common: the key pair of web push, the key of receipts, the key of the
/// feed. The database has the last word, the files of a node's data directory follow it; a file of an older version is taken over.
/// </summary>
internal static class SharedSecrets
{
    private static readonly string[] Names = [PushSecrets.VapidFile, PushSecrets.ReceiptsFile, CallOutTokens.KeyFile, Deployment.FeedKeyFile];

    public static async Task ShareAsync(IServiceProvider services, Deployment deployment, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BousaiDbContext>();
        await db.RepeatAsync(
            async () =>
            {
                var kept = await db.Secrets.AsNoTracking().ToDictionaryAsync(secret => secret.Name, secret => secret.Value, cancellationToken);
                foreach (var (name, value) in kept)
                {
                    Follow(Path.Combine(deployment.DataDirectory, name), value);
                }

                // Made now where they are nowhere yet; a key that the settings give is not made.
                using var made = PushSecrets.Open(deployment.DataDirectory);
                CallOutTokens.Open(deployment.DataDirectory);
                _ = services.GetRequiredService<IOptions<FeedsOptions>>().Value.Key;
                foreach (var name in Names.Where(name => !kept.ContainsKey(name)))
                {
                    if (PrivateFile.Read(Path.Combine(deployment.DataDirectory, name)) is { } value)
                    {
                        db.Add(new HubSecret(name, value));
                    }
                }

                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>What stood there is put aside, never lost: it may be the only copy of another deployment's key.</summary>
    private static void Follow(string path, string value)
    {
        var now = PrivateFile.Read(path);
        if (now == value)
        {
            return;
        }

        if (now is not null)
        {
            File.Move(path, $"{path}.old", overwrite: true);
        }

        PrivateFile.Write(path, value);
    }
}
