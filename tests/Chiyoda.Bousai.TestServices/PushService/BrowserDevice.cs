namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>One browser profile and its subscriptions, across its connections.</summary>
internal sealed class BrowserDevice(string id)
{
    // Taken before the lock of an endpoint, never after it.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PushEndpoint> _endpoints = new(StringComparer.Ordinal);
    private IDeviceLink? _link;

    public string Id { get; } = id;

    /// <summary>Adds a subscription under the name that the browser gives it, in the place of an earlier one.</summary>
    public void Register(string name, PushEndpoint endpoint)
    {
        lock (_gate)
        {
            if (_endpoints.Remove(name, out var former))
            {
                former.Remove();
            }

            _endpoints[name] = endpoint;
            endpoint.DeviceName = name;
            if (_link is not null)
            {
                endpoint.Connect(_link);
            }
        }
    }

    public PushEndpoint? Unregister(string name)
    {
        lock (_gate)
        {
            if (_endpoints.Remove(name, out var endpoint))
            {
                endpoint.Remove();
            }

            return endpoint;
        }
    }

    public PushEndpoint? Find(string name)
    {
        lock (_gate)
        {
            return _endpoints.GetValueOrDefault(name);
        }
    }

    public void Connect(IDeviceLink link)
    {
        lock (_gate)
        {
            _link = link;
            foreach (var endpoint in _endpoints.Values)
            {
                endpoint.Connect(link);
            }
        }
    }

    public void Disconnect(IDeviceLink link)
    {
        lock (_gate)
        {
            _link = ReferenceEquals(_link, link) ? null : _link;
            foreach (var endpoint in _endpoints.Values)
            {
                endpoint.Disconnect(link);
            }
        }
    }

    public void Confirm(string messageId)
    {
        lock (_gate)
        {
            foreach (var endpoint in _endpoints.Values)
            {
                endpoint.Confirm(messageId);
            }
        }
    }
}
