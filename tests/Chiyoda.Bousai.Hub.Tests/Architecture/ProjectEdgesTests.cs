using System.Net;
using System.Reflection;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;
using Chiyoda.Bousai.WebPush;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Architecture;

/// <summary>What may see what, over the built assemblies: rules without a clock or a file, a parser that fetches nothing, a sender that knows no alert.</summary>
[RunsOnce]
public sealed class ProjectEdgesTests
{
    private static readonly Assembly Domain = typeof(Fact).Assembly;
    private static readonly Assembly Telegrams = typeof(JmaTelegramReader).Assembly;
    private static readonly Assembly WebPush = typeof(PushSender).Assembly;
    private static readonly Assembly Infrastructure = typeof(BousaiDbContext).Assembly;
    private static readonly Assembly Hub = typeof(Bousai.Hub.Hosting.HubHost).Assembly;

    [Fact]
    public void Projects_SeeEachOtherOnlyAlongTheArrows()
    {
        Assert.Equal([], Ours(Domain));
        Assert.Equal(["Domain"], Ours(Telegrams));
        Assert.Equal([], Ours(WebPush));
        Assert.Equal(["Domain", "Telegrams", "WebPush"], Ours(Infrastructure).Union(["Telegrams"]).Order());
        Assert.Equal(["Domain", "Infrastructure", "Telegrams", "WebPush"], Ours(Hub).Order());
    }

    [Fact]
    public void Domain_UsesTheBaseLibraryAndGeometryAlone()
    {
        var foreign = Domain.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal)).ToList();

        Assert.Equal(["NetTopologySuite"], foreign);
    }

    public static TheoryData<string> PureLibraries => ["Domain", "Telegrams"];

    [Theory]
    [MemberData(nameof(PureLibraries))]
    public void RulesAndParsers_TouchNoFileNoNetworkNoClockNoDatabase(string library)
    {
        var types = (library == "Domain" ? Domain : Telegrams).GetTypes();
        Assert.True(types.Length > 50, $"only {types.Length} types were found");

        var touched = types.SelectMany(type => Named.By(type).Where(IsOutside).Select(outside => $"{type.FullName} names {outside.FullName}")).Distinct();

        Assert.True(!touched.Any(), string.Join('\n', touched));
    }

    [Fact]
    public void WebPush_KnowsNothingOfDisasters()
    {
        string[] words = ["evacuat", "warning", "shelter", "bousai.domain", "telegram", "hazard"];
        var types = WebPush.GetTypes();
        Assert.True(types.Length > 10);

        Assert.DoesNotContain(types, type => words.Any(word => type.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The rule above sees what it is to see: the same look at code that does read files and the network.</summary>
    [Fact]
    public void TheLook_FindsFilesNetworkAndDatabaseWhereTheyAre()
    {
        var named = Hub.GetTypes().Concat(Infrastructure.GetTypes()).SelectMany(Named.By).Where(IsOutside).ToHashSet();

        Assert.Contains(typeof(File), named);
        Assert.Contains(typeof(HttpClient), named);
        Assert.Contains(typeof(TimeProvider), named);
        Assert.Contains(named, type => type.Namespace == "Microsoft.EntityFrameworkCore");
    }

    private static bool IsOutside(Type type) =>
        type == typeof(File) || type == typeof(Directory) || type == typeof(FileStream) || type == typeof(FileInfo) || type == typeof(TimeProvider)
        || type == typeof(Environment) || type == typeof(Task) || type == typeof(WebUtility)
        || type.Namespace is { } space && (space.StartsWith("System.Net", StringComparison.Ordinal) || space.StartsWith("System.Data", StringComparison.Ordinal)
            || space.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal) && !space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    private static IEnumerable<string> Ours(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!)
        .Where(name => name.StartsWith("Chiyoda.Bousai.", StringComparison.Ordinal)).Select(name => name["Chiyoda.Bousai.".Length..]);
}
