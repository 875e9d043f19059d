using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.CallOuts;
using Chiyoda.Bousai.TestHub;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.CallOuts;

/// <summary>The duty list and the sender's own address are read as they are sent: what is taken can be sent, and what cannot is named at once.</summary>
public sealed class ReadingAddressesTests
{
    public static TheoryData<string, bool> Addresses => new()
    {
        { "duty@example.jp", true },
        { "a..b@docomo.ne.jp", true },
        { "taro.@docomo.ne.jp", true },
        { ".taro@docomo.ne.jp", true },
        { "a/b?c=d@docomo.ne.jp", true },
        { "duty", false },
        { "duty@", false },
        { "@example.jp", false },
        { "duty@example..jp", false },
        { "duty@example.", false },
        { "a..b@@example.jp", false },
        { "a;..b@example.jp", false },
        { "当直@example.jp", false },
        { "Duty <duty@example.jp>", false },
        { "<a..b@example.jp>", false },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void ARowOfTheDutyList(string address, bool isTaken)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("list.csv");
        File.WriteAllText(path, $"職,手段,宛先\nduty-1,mail,{address}\n");

        var (list, problems) = DutyList.Read(path, ["duty-1"]);

        Assert.Equal((isTaken, isTaken ? 0 : 1), (list is not null, problems.Count));
        Assert.DoesNotContain(problems, problem => problem.ToString()!.Contains(address, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void TheAddressOfTheSender(string address, bool isTaken)
    {
        var options = new CallOutOptions { Mail = { Host = "mail.example.jp", From = address } };

        Assert.Equal(isTaken, !options.FindProblems(HubMode.Exercise).Any(problem => problem.StartsWith("CallOut:Mail:From", StringComparison.Ordinal)));
    }
}
