using System.Diagnostics;
using System.Text.Json;
using Chiyoda.Bousai.TestServices.PushService;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

/// <summary>The npm package <c>http_ece</c>, by other hands and in another language, as a judge of our bodies.</summary>
internal sealed class HttpEce : IDisposable
{
    private const string Package = "http_ece@1.2.1";

    private const string Script =
        """
        const ece = require('http_ece'), crypto = require('crypto');
        const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
        for (const { privateKey, auth, body } of lines.map(JSON.parse)) {
          const key = crypto.createECDH('prime256v1');
          key.setPrivateKey(privateKey, 'base64url');
          const text = ece.decrypt(Buffer.from(body, 'base64url'), { version: 'aes128gcm', privateKey: key, authSecret: auth });
          console.log(JSON.stringify(text.toString('base64url')));
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("http_ece-").FullName;

    private HttpEce()
    {
    }

    /// <returns>The judge, or <c>null</c> and why there is none.</returns>
    public static async Task<(HttpEce? Judge, string? Missing)> InstallAsync(CancellationToken cancellationToken)
    {
        var judge = new HttpEce();
        try
        {
            await RunAsync("npm", ["install", "--prefix", judge._folder, "--no-audit", "--no-fund", Package], judge._folder, "", cancellationToken);
            return (judge, null);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or TimeoutException)
        {
            judge.Dispose();
            return (null, $"Node.js with npm and its registry are needed to install {Package}: {e.Message}");
        }
    }

    /// <summary>Decrypts each body with its keys.</summary>
    public async Task<byte[][]> DecryptAsync(IEnumerable<(SubscriberKeys Keys, byte[] Body)> cases, CancellationToken cancellationToken)
    {
        var input = string.Join('\n', cases.Select(c => JsonSerializer.Serialize(new
        {
            privateKey = c.Keys.ExportPrivateKey(),
            auth = c.Keys.Auth,
            body = Octets.ToBase64Url(c.Body),
        })));
        var output = await RunAsync("node", ["-e", Script], _folder, input, cancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Octets.FromBase64Url(JsonSerializer.Deserialize<string>(line)!))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> RunAsync(
        string program, string[] arguments, string folder, string input, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? await output
                : throw new IOException($"{program} ended with {process.ExitCode}: {(await errors).Trim()}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Patience.TotalMinutes:0} min.");
        }
    }
}
