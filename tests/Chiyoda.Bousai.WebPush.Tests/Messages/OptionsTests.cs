using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Messages;

public class OptionsTests
{
    [Fact]
    public void SubjectAlone_IsEnough()
    {
        Assert.Empty(new PushSenderOptions { Subject = "mailto:bousai@example.jp" }.FindProblems());
    }

    [Fact]
    public void EachWrongSetting_IsNamed()
    {
        var options = new PushSenderOptions
        {
            Subject = "bousai@example.jp",
            RequestTimeout = TimeSpan.FromHours(1),
            ConnectTimeout = TimeSpan.Zero,
            MaxRetryAfter = TimeSpan.FromDays(1),
            DefaultRetryAfter = TimeSpan.FromDays(2),
            MaxConnectionsPerOrigin = 0,
        };
        options.AllowedHosts.Add("https://push.example.net/");
        options.OriginRewrites.Add(new OriginRewrite { From = new Uri("https://push.example.net/path"), To = null });

        var problems = options.FindProblems();

        Assert.Equal(
            ["Subject", "RequestTimeout", "ConnectTimeout", "MaxRetryAfter", "DefaultRetryAfter", "MaxConnectionsPerOrigin", "AllowedHosts", "OriginRewrites"],
            problems.Select(p => p.Split(' ')[0]));
    }

    [Fact]
    public void OriginRewrittenTwice_IsNamed()
    {
        var options = new PushSenderOptions { Subject = "mailto:bousai@example.jp" };
        options.OriginRewrites.Add(new OriginRewrite { From = new Uri("https://push.example.net"), To = new Uri("http://127.0.0.1:1") });
        options.OriginRewrites.Add(new OriginRewrite { From = new Uri("https://push.example.net:443/"), To = new Uri("http://127.0.0.1:2") });

        Assert.Contains("once", Assert.Single(options.FindProblems()), StringComparison.Ordinal);
    }

    [Fact]
    public void SenderWithAWrongSetting_IsNotMade()
    {
        using var keys = VapidKeys.Generate();

        var e = Assert.Throws<ArgumentException>(() => new PushSender(new PushSenderOptions(), keys, TimeProvider.System).Dispose());

        Assert.Contains("Subject", e.Message, StringComparison.Ordinal);
    }
}
