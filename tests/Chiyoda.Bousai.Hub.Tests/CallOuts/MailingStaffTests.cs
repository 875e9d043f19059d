using Chiyoda.Bousai.Hub.Tests.Hq;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.TestHub;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.CallOuts;

/// <summary>Mail over a real socket: what one address or one server does keeps no other message from going.</summary>
public sealed class MailingStaffTests
{
    /// <summary>Addresses that phones in Japan still have; the server takes them in quotes alone (RFC 5321 section 4.1.2).</summary>
    [Fact]
    public async Task AddressesWithStrayDots_AreSentInQuotes_WithTheOthersOfTheirBatch()
    {
        string[] addresses =
        [
            "a..b@docomo.ne.jp", "taro.@docomo.ne.jp", ".hanako@ezweb.ne.jp", "a/b?c.@softbank.ne.jp", "\"x..y\"@docomo.ne.jp", "one@example.jp", "two.three@example.jp", "four-@example.jp",
        ];
        await using var world = await CallOutWorld.StartAsync([.. addresses.Select(address => $"duty-1,mail,{Csv(address)}")]);

        await world.WakeAsync();
        await world.MailedAsync(addresses.Length);

        Assert.Equal(
            [
                "\".hanako\"@ezweb.ne.jp", "\"a..b\"@docomo.ne.jp", "\"a/b?c.\"@softbank.ne.jp", "\"taro.\"@docomo.ne.jp", "\"x..y\"@docomo.ne.jp", "four-@example.jp", "one@example.jp",
                "two.three@example.jp",
            ],
            world.Mail.Mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.Empty(world.Mail.Faults);
    }

    /// <summary>A mistake of ours in one message is that message's alone: it is told as one, and not tried for ever.</summary>
    [Fact]
    public async Task AChannelThatBreaks_LosesItsOwnMessage_AndTheSevenOthersOfTheBatchGo()
    {
        var broken = new BrokenChannel();
        await using var world = await CallOutWorld.StartAsync(
            services => services.Insert(0, ServiceDescriptor.Singleton<IStaffChannel>(broken)),
            ["duty-1,voice,000-0000-0001", .. Enumerable.Range(1, 7).Select(number => $"duty-1,mail,phone{number}@example.jp")]);
        using var viewer = await Seat.TakeAsync(world.Hub, "Viewer");

        await world.WakeAsync();
        await world.MailedAsync(7);

        await Eventually.TrueAsync(async () => (await viewer.GetAsync("/hq/call-outs")).Text.Contains("送信できず（defect）", StringComparison.Ordinal), "the page tells what broke");
        Assert.Equal((1, 7), (broken.Tries, world.Mail.Mails.Select(mail => mail.To).Distinct(StringComparer.Ordinal).Count()));
    }

    /// <summary>A relay that suddenly wants a log-in is asked again, since somebody may mend it.</summary>
    [Fact]
    public async Task AServerThatWantsALogIn_IsAskedAgain()
    {
        await using var world = await CallOutWorld.StartAsync("duty-1,mail,duty@example.jp");
        using var viewer = await Seat.TakeAsync(world.Hub, "Viewer");
        world.Mail.WantsLogIn = true;

        await world.WakeAsync();
        await Eventually.TrueAsync(async () => (await viewer.GetAsync("/hq/call-outs")).Text.Contains("（smtp-log-in）", StringComparison.Ordinal), "the page tells what it wants");
        world.Mail.WantsLogIn = false;
        world.PassATurn();

        await world.MailedAsync(1);
    }

    /// <summary>The mail is taken; a server that then says nothing more (it waits for two minutes elsewhere) keeps no post from being called.</summary>
    [Fact]
    public async Task AServerThatNeverSaysGoodBye_KeepsNobodyFromBeingCalled_AndTheMailIsNotedAsSentOnce()
    {
        await using var world = await CallOutWorld.StartAsync("duty-1,mail,duty@example.jp", "duty-2,sms,000-0000-0002");
        using var viewer = await Seat.TakeAsync(world.Hub, "Viewer");
        world.Mail.KeepsWhoLeaves = true;

        await world.WakeAsync();
        await world.MailedAsync(1);
        await Eventually.TrueAsync(async () => (await viewer.GetAsync("/hq/call-outs")).Text.Contains("メール 送信済", StringComparison.Ordinal), "the mail is noted as sent");
        world.PassATurn();
        await world.CarriedAsync(1);

        Assert.Equal((1, 1), (world.Mail.GoodByes, world.Mail.Mails.Count));
    }

    private static string Csv(string value) => value.Contains('"', StringComparison.Ordinal) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private sealed class BrokenChannel : IStaffChannel
    {
        public int Tries { get; private set; }

        public bool IsConnected => true;

        public bool Carries(DutyMeans means) => means == DutyMeans.Voice;

        public Task<DeliveryOutcome> SendAsync(StaffMessage message, DutyContact contact, CancellationToken cancellationToken)
        {
            Tries++;
            throw new FormatException("A defect that names 000-0000-0001.");
        }
    }
}
