using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>Everything the push service knows: its endpoints, its browsers, and what was asked of it.</summary>
internal sealed class PushLedger(TimeProvider clock, bool keepRequests)
{
    private readonly ConcurrentDictionary<string, PushEndpoint> _endpoints = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BrowserDevice> _devices = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<BrowserReport> _reports = new();
    private int _count;
    private int _inFlight;
    private int _mostInFlight;

    public AsyncSignal Changed { get; } = new();

    public PushGate? Gate { get; set; }

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public IReadOnlyList<BrowserReport> Reports => [.. _reports];

    public ICollection<PushEndpoint> Endpoints => _endpoints.Values;

    public int RequestCount => Volatile.Read(ref _count);

    public int MostInFlight => Volatile.Read(ref _mostInFlight);

    public PushEndpoint? Find(string token) => _endpoints.GetValueOrDefault(token);

    public PushEndpoint Add(Func<string, Uri> locate, string? applicationServerKey, IReadOnlyCollection<string> audiences)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var endpoint = new PushEndpoint(token, locate(token), applicationServerKey, audiences, clock);
        _endpoints[token] = endpoint;
        Changed.Pulse();
        return endpoint;
    }

    /// <summary>The device of that name, new when it is not known.</summary>
    public BrowserDevice Device(string id) => _devices.GetOrAdd(id, key => new BrowserDevice(key));

    public bool Knows(string deviceId) => _devices.ContainsKey(deviceId);

    public void Report(BrowserReport report)
    {
        _reports.Enqueue(report);
        Changed.Pulse();
    }

    /// <summary>Notes a request as in flight until the result is disposed.</summary>
    public InFlight Enter(RecordedRequest request)
    {
        if (keepRequests)
        {
            _requests.Enqueue(request);
        }

        Interlocked.Increment(ref _count);
        var now = Interlocked.Increment(ref _inFlight);
        int most;
        while (now > (most = MostInFlight) && Interlocked.CompareExchange(ref _mostInFlight, now, most) != most)
        {
        }

        Changed.Pulse();
        return new InFlight(this);
    }

    private void Leave()
    {
        Interlocked.Decrement(ref _inFlight);
        Changed.Pulse();
    }

    internal readonly struct InFlight(PushLedger ledger) : IDisposable
    {
        public void Dispose() => ledger.Leave();
    }
}
