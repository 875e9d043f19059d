using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Deployments;

/// <summary>A real nginx on loopback with the configuration that is shipped; only its paths, ports and hubs are replaced.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _certificate;
    private Process? _process;

    private Nginx(IReadOnlyList<string> hubs, string mirror)
    {
        Require();
        var (plain, tls) = (FreePort(), FreePort());
        (Plain, Url) = (new Uri($"http://127.0.0.1:{plain}"), new Uri($"https://127.0.0.1:{tls}"));
        _certificate = MakeCertificate(_folder.Path);
        Directory.CreateDirectory(_folder.PathOf("tmp"));
        File.Copy(Path.Combine(Repository.Config, "nginx", "proxy.conf"), _folder.PathOf("proxy.conf"));
        File.WriteAllText(_folder.PathOf("nginx.conf"), Replaced(new Dictionary<string, string>
        {
            ["hub1:8080"] = hubs[0],
            ["hub2:8080"] = hubs[1],
            ["listen 8080;"] = $"listen 127.0.0.1:{plain};",
            ["listen 8443 "] = $"listen 127.0.0.1:{tls} ",
            ["/etc/nginx/tls/"] = _folder.Path + "/",
            ["/tmp/nginx/"] = _folder.PathOf("tmp") + "/",
            ["/srv/mirror"] = mirror,
            ["/dev/stdout"] = _folder.PathOf("access.log"),
            ["/dev/stderr"] = _folder.PathOf("error.log"),
        }));
        Client = new HttpClient(NewHandler())
        {
            BaseAddress = Url,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public Uri Url { get; }

    /// <summary>The port without TLS.</summary>
    public Uri Plain { get; }

    /// <summary>HTTP/2 over TLS, as browsers speak.</summary>
    public HttpClient Client { get; }

    /// <summary>Everything it logged.</summary>
    public string Logs => File.ReadAllText(_folder.PathOf("access.log")) + File.ReadAllText(_folder.PathOf("error.log"));

    /// <param name="hubs">Host and port of hub1 and hub2.</param>
    /// <param name="mirror">The folder that the hubs write.</param>
    public static async Task<Nginx> StartAsync(IReadOnlyList<string> hubs, string mirror)
    {
        var nginx = new Nginx(hubs, mirror);
        nginx._process = Process.Start(nginx.Command("-g", $"daemon off;{User}"))!;
        await Eventually.TrueAsync(() => nginx.AcceptsAsync(), "nginx listens");
        return nginx;
    }

    /// <summary>What nginx itself says about the configuration.</summary>
    public static async Task<(int Status, string Said)> CheckAsync()
    {
        await using var nginx = new Nginx(["127.0.0.1:9", "127.0.0.1:9"], "/srv/mirror");
        using var check = Process.Start(nginx.Command("-t", "-g", $"daemon off;{User}"))!;
        var said = await check.StandardError.ReadToEndAsync();
        await check.WaitForExitAsync();
        return (check.ExitCode, said);
    }

    /// <summary>Somewhere nobody listens.</summary>
    public static string Nowhere => $"127.0.0.1:{FreePort()}";

    public static void Require()
    {
        if (!File.Exists(Program))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("BOUSAI_REQUIRE_SERVICES") == "1", "nginx is not installed.");
            Assert.Fail("nginx is not installed, and BOUSAI_REQUIRE_SERVICES=1 asks for it.");
        }
    }

    /// <summary>Trusts the throw-away certificate and nothing else.</summary>
    public SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Trusts },
    };

    public bool Trusts(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) =>
        shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(_certificate.RawData);

    /// <summary>One attempt to sign in, with headers of the client's own.</summary>
    public async Task<HttpStatusCode> TrySignInAsync(string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Version = HttpVersion.Version20,
            Content = JsonContent.Create(new { login = "nobody", password = "wrong-password" }),
        };
        request.Headers.Add("X-Requested-With", "bousai");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await Client.SendAsync(request);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _certificate.Dispose();
        _folder.Dispose();
    }

    /// <summary>Root would hand the workers to a user that may not read a test's folders.</summary>
    private static string User => Environment.IsPrivilegedProcess ? " user root;" : string.Empty;

    private ProcessStartInfo Command(params string[] arguments) =>
        new(Program, ["-c", _folder.PathOf("nginx.conf"), "-e", _folder.PathOf("error.log"), .. arguments]) { RedirectStandardError = true };

    private async Task<bool> AcceptsAsync()
    {
        Assert.False(_process!.HasExited, File.Exists(_folder.PathOf("error.log")) ? File.ReadAllText(_folder.PathOf("error.log")) : "nginx ended.");
        using var probe = new TcpClient();
        try
        {
            await probe.ConnectAsync(Url.Host, Url.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Replaced(Dictionary<string, string> replacements)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Config, "nginx", "nginx.conf"));
        foreach (var (old, replacement) in replacements)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }

        return text;
    }

    private static X509Certificate2 MakeCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
