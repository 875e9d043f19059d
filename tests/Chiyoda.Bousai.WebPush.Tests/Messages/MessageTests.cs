using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Messages;

public class MessageTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("order-7Q_9")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")] // 32
    public void TopicOfTheBase64UrlAlphabet_IsTaken(string topic)
    {
        Assert.Equal(topic, new PushMessage(default, TimeSpan.Zero, PushUrgency.High, topic).Topic);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")] // 33
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a/b")]
    [InlineData("a=")]
    [InlineData("避難")]
    [InlineData("a\r\nUrgency: low")]
    public void AnyOtherTopic_IsRefused(string topic)
    {
        Assert.False(PushMessage.IsTopic(topic));
        Assert.Throws<ArgumentException>(nameof(topic), () => new PushMessage(default, TimeSpan.Zero, PushUrgency.High, topic));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.2, "1")]
    [InlineData(3600, "3600")]
    [InlineData(2_419_200, "2419200")]
    public void Ttl_IsWrittenInWholeSecondsRoundedUp(double seconds, string header)
    {
        Assert.Equal(header, new PushMessage(default, TimeSpan.FromSeconds(seconds)).TtlHeader);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2_419_201)]
    public void TtlOutsideZeroToTwentyEightDays_IsRefused(int seconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>("ttl", () => new PushMessage(default, TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(PushUrgency.VeryLow, "very-low")]
    [InlineData(PushUrgency.Low, "low")]
    [InlineData(PushUrgency.Normal, "normal")]
    [InlineData(PushUrgency.High, "high")]
    public void Urgency_IsWrittenAsRfc8030HasIt(PushUrgency urgency, string header)
    {
        Assert.Equal(header, new PushMessage(default, TimeSpan.Zero, urgency).UrgencyHeader);
    }

    [Fact]
    public void UrgencyOutsideTheList_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("urgency", () => new PushMessage(default, TimeSpan.Zero, (PushUrgency)7));
    }

    [Fact]
    public void PayloadThatFitsNoBody_IsRefusedBeforeAnythingIsEncrypted()
    {
        Assert.Throws<ArgumentException>("payload", () => new PushMessage(new byte[3994], TimeSpan.Zero));
    }
}
