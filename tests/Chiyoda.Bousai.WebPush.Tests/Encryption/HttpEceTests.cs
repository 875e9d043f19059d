using System.Security.Cryptography;
using Chiyoda.Bousai.TestServices;
using Chiyoda.Bousai.TestServices.PushService;
using Xunit;

namespace Chiyoda.Bousai.WebPush.Tests.Encryption;

public class HttpEceTests
{
    [Fact]
    public async Task BodiesOfEveryLength_AreReadByAnIndependentImplementation()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (judge, missing) = await HttpEce.InstallAsync(cancellationToken);
        Assert.SkipWhen(RequiredServices.SkipReason(missing) is not null, missing ?? "");
        using (judge)
        {
            var cases = new[] { 1, 2, 15, 16, 17, 41, 300, 1024, 3992, 3993 }
                .Select(length => (Keys: SubscriberKeys.Generate(), Plaintext: RandomNumberGenerator.GetBytes(length)))
                .Select(c => (c.Keys, c.Plaintext, Body: PushEncryption.Encrypt(RoundTripTests.Subscription(c.Keys), c.Plaintext)))
                .ToArray();

            var read = await judge!.DecryptAsync(cases.Select(c => (c.Keys, c.Body)), cancellationToken);

            Assert.Equal(cases.Select(c => c.Plaintext), read);
        }
    }
}
