using System.Collections.Concurrent;
using Chiyoda.Bousai.Hub.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Chiyoda.Bousai.TestHub;

/// <summary>An open page: a live connection to one hub, and what it heard.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly HubConnection _connection;

    private OpenPage(HubConnection connection)
    {
        _connection = connection;
        connection.On<LiveRing>("Ring", Rings.Enqueue);
    }

    public ConcurrentQueue<LiveRing> Rings { get; } = new();

    /// <summary>Opens one.</summary>
    /// <param name="hub">The hub, or the node of it.</param>
    /// <param name="face"><c>/live/public</c> or <c>/live/staff</c>.</param>
    /// <param name="staff">Whose session it has; <see langword="null"/> = nobody's.</param>
    public static async Task<OpenPage> AtAsync(HubClient hub, string face, StaffClient? staff = null)
    {
        var page = new OpenPage(new HubConnectionBuilder().WithUrl(new Uri(hub.Url, face), options =>
        {
            if (staff is not null)
            {
                options.Cookies.Add(staff.Cookies.GetCookies(hub.Url));
            }
        }).Build());
        try
        {
            await page._connection.StartAsync();
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for a kind of entry.</summary>
    public Task HearsAsync(string kind, int seconds = 20) =>
        Eventually.TrueAsync(() => Task.FromResult(Rings.Any(ring => ring.Kind == kind)), $"the page hears {kind}", seconds);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
