using Chiyoda.Bousai.TestServices.PushService;

namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>How a browser is started.</summary>
public sealed class BrowserOptions
{
    /// <summary>The push service its pages subscribe at; <c>null</c> leaves push without any, and nothing leaves this machine.</summary>
    public LocalPushService? PushService { get; set; }

    /// <summary>What the browser asks pages for, such as <c>ja</c> or <c>en-US,en</c>.</summary>
    public string Languages { get; set; } = "ja";
}
