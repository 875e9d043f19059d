using System.ComponentModel.DataAnnotations;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.WebPush;

namespace Chiyoda.Bousai.Infrastructure.Dissemination.Push;

/// <summary>Web push. Section <c>Push</c>.</summary>
public sealed class PushOptions
{
    public const string Section = "Push";

    /// <summary>What an exercise tells push services; a live hub needs an address that somebody reads.</summary>
    public const string ExerciseSubject = "mailto:bousai-exercise@example.org";

    /// <summary>Whom a push service may write to: <c>mailto:</c> or <c>https:</c> (RFC 8292 section 2.1). Live needs its own.</summary>
    public string Subject { get; set; } = ExerciseSubject;

    /// <summary>Where residents reach this hub, for what a notification opens; without it the address is relative to the page that subscribed.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Takes push services on this machine; exercises only.</summary>
    public bool AllowLoopback { get; set; }

    /// <summary>Origins whose messages go elsewhere; exercises only.</summary>
    public IList<OriginRewrite> OriginRewrites { get; } = [];

    /// <summary>The only hosts that endpoints may name, <c>push.example.net</c> or <c>*.example.net</c>; empty allows every public host.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Messages in flight to one origin, 16–512.</summary>
    [Range(16, 512)]
    public int ConcurrencyPerOrigin { get; set; } = 32;

    /// <summary>How long a push service keeps a message for a device out of reach, and how long we try to hand it over, 1 min–24 h.
    /// A newer message on the same order replaces it there.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one message may take, 100 ms–2 min.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long connecting may take, 100 ms–1 min.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause a push service can ask of us, 1 s–1 h.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Everything that is wrong with these settings in a mode, each sentence opening with the setting's name.</summary>
    public IReadOnlyList<string> FindProblems(HubMode mode)
    {
        var problems = ToSenderOptions().FindProblems().Select(problem => $"{Section}:{problem}").ToList();
        if (PublicUrl is not null and not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            problems.Add($"{Section}:{nameof(PublicUrl)} must be an absolute http or https URL.");
        }

        if (mode == HubMode.Live)
        {
            Forbid(AllowLoopback, nameof(AllowLoopback), "is for exercises: a live hub speaks to no push service on this machine.");
            Forbid(OriginRewrites.Count > 0, nameof(OriginRewrites), "are for exercises: a live hub sends where the browser said.");
            Forbid(Subject == ExerciseSubject, nameof(Subject), "must name the ward's own address in a live hub.");
        }

        return problems;

        void Forbid(bool isSet, string name, string rule)
        {
            if (isSet)
            {
                problems.Add($"{Section}:{name} {rule}");
            }
        }
    }

    public PushSenderOptions ToSenderOptions()
    {
        var options = new PushSenderOptions
        {
            Subject = Subject,
            RequestTimeout = RequestTimeout,
            ConnectTimeout = ConnectTimeout,
            MaxRetryAfter = MaxRetryAfter,
            DefaultRetryAfter = MaxRetryAfter < TimeSpan.FromSeconds(10) ? MaxRetryAfter : TimeSpan.FromSeconds(10),
            MaxConnectionsPerOrigin = Math.Max(64, ConcurrencyPerOrigin),
            AllowLoopback = AllowLoopback,
        };
        foreach (var host in AllowedHosts)
        {
            options.AllowedHosts.Add(host);
        }

        foreach (var rewrite in OriginRewrites)
        {
            options.OriginRewrites.Add(rewrite);
        }

        return options;
    }
}
