namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>One push resource: where messages for one subscription arrive, wait and leave.</summary>
public sealed class PushEndpoint
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private Queue<PushFault>? _faults;
    private List<StoredMessage>? _stored;
    private IDeviceLink? _link;

    internal PushEndpoint(string token, Uri url, string? applicationServerKey, IReadOnlyCollection<string> audiences, TimeProvider clock)
    {
        Token = token;
        Url = url;
        ApplicationServerKey = applicationServerKey;
        Audiences = audiences;
        _clock = clock;
    }

    public string Token { get; }

    /// <summary>As a page sees it; for Chromium at the host that is built into the browser.</summary>
    public Uri Url { get; }

    /// <summary>The key the subscription is tied to; <c>null</c> takes any.</summary>
    public string? ApplicationServerKey { get; }

    /// <summary>The origins a token may name.</summary>
    public IReadOnlyCollection<string> Audiences { get; }

    /// <summary>Fails every valid request until set back to <c>null</c>.</summary>
    public PushFault? Fault { get; set; }

    /// <summary>Whether the subscription was given up; its endpoint answers 410 from then on.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Messages taken and not yet confirmed by the device.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _stored?.Count ?? 0;
            }
        }
    }

    /// <summary>Fails the next valid request only; several calls line up.</summary>
    public void FailNext(PushFault fault)
    {
        lock (_gate)
        {
            (_faults ??= []).Enqueue(fault);
        }
    }

    /// <summary>Gives the subscription up.</summary>
    public void Remove()
    {
        lock (_gate)
        {
            IsGone = true;
            _stored = null;
            _link = null;
        }
    }

    /// <summary>What the browser calls this subscription towards the push service.</summary>
    internal string DeviceName { get; set; } = "";

    internal PushFault? TakeFault()
    {
        lock (_gate)
        {
            return _faults is { Count: > 0 } ? _faults.Dequeue() : Fault;
        }
    }

    /// <summary>Keeps the message, in the place of one under the same topic, and hands it over if the device is there.</summary>
    internal void Accept(StoredMessage message)
    {
        lock (_gate)
        {
            if (message.Topic is not null)
            {
                _stored?.RemoveAll(m => m.Topic == message.Topic);
            }

            if (_link is null && message.Ttl == TimeSpan.Zero)
            {
                return;
            }

            (_stored ??= []).Add(message);
            _link?.Post(this, message);
        }
    }

    internal void Confirm(string messageId)
    {
        lock (_gate)
        {
            _stored?.RemoveAll(m => m.Id == messageId);
        }
    }

    /// <summary>Takes the device's new connection and hands over what has waited and is still worth it.</summary>
    internal void Connect(IDeviceLink link)
    {
        lock (_gate)
        {
            _link = link;
            var now = _clock.GetUtcNow();
            _stored?.RemoveAll(m => m.IsExpired(now));
            foreach (var message in _stored?.ToArray() ?? [])
            {
                link.Post(this, message);
            }
        }
    }

    internal void Disconnect(IDeviceLink link)
    {
        lock (_gate)
        {
            _link = ReferenceEquals(_link, link) ? null : _link;
        }
    }
}
