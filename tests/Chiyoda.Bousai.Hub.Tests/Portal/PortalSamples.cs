using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Evacuation.Messages;
using Chiyoda.Bousai.Domain.Feeds;
using Chiyoda.Bousai.Domain.Shelters;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Features.Portal;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Chiyoda.Bousai.Hub.Tests.Portal;

/// <summary>Views made from the shipped ward pack, and pages rendered from them.</summary>
internal static class PortalSamples
{
    public static readonly DateTimeOffset AsOf = new(2026, 9, 11, 14, 32, 0, JapanTime.Offset);

    public static readonly PortalAddress Address = new(string.Empty, "1");

    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Chiyoda.Bousai.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The solution is not above the tests.");
    });

    private static readonly Lazy<WardPack> LazyPack = new(() =>
        WardPackLoader.Load(Config).TryGet(out var pack) ? pack : throw new InvalidOperationException("The shipped pack is not whole."));

    private static readonly Lazy<PortalTexts> LazyTexts = new(() => PortalTexts.Read(Config, Pack.Ward.Languages, Pack.Notices));

    public static string SolutionFolder => Root.Value;

    public static string Config => Path.Combine(Root.Value, "config");

    public static WardPack Pack => LazyPack.Value;

    public static PortalTexts Texts => LazyTexts.Value;

    /// <summary>Nothing in force, everything known.</summary>
    public static PortalView Calm => new()
    {
        Mode = HubMode.Live,
        Ward = Pack.Ward,
        Areas = [.. Pack.Areas.Values],
        AsOf = AsOf,
        Sequence = 40,
        OrdersKnowledge = PortalKnowledge.Known,
        Orders = [],
        Ended = [],
        WarningsKnowledge = PortalKnowledge.Known,
        TsunamiKnowledge = PortalKnowledge.Known,
        HeardSince = AsOf.AddDays(-8),
        Warnings = [],
        Sources = [new PortalSource("気象庁防災情報XML", KnowledgeState.Known, AsOf.AddMinutes(-1))],
        Unknowns = [],
    };

    /// <summary>Level 4 for a river with 40 areas, a warning, something unknown, something ended: a full page.</summary>
    public static PortalView Alert => Calm with
    {
        Mode = HubMode.Exercise,
        Sequence = 57,
        Orders = [Order(4, EvacuationAction.GoUp, Audience.Everyone, 40)],
        Ended = [Ended],
        WarningsKnowledge = new PortalKnowledge(KnowledgeState.Stale, AsOf.AddMinutes(-12)),
        Warnings = [Warning],
        Unknowns =
        [
            new PortalUnknown(UnknownPart.Warnings, UnknownReason.Silent, AsOf.AddMinutes(-12)),
            new PortalUnknown(UnknownPart.Shelters, UnknownReason.NotReported, null),
        ],
    };

    public static PortalWarning Warning { get; } = new(
        "flood", 4, "レベル４氾濫危険警報", ["神田川"], AsOf.AddMinutes(-9), null, "東京都 気象庁", true);

    public static PortalEndedOrder Ended => new(
        Guid.Parse("0198f3a2-0000-7000-8000-00000000000e"), OrderState.Lifted, Hazard.Landslide, null, 3,
        Pack.AreasOf("landslide"), AsOf.AddHours(-16));

    public static PortalOrder Order(int level, EvacuationAction action, Audience audience, int areas, int number = 1)
    {
        var zone = Pack.Zones["kanda-river"];
        var cause = Pack.Causes[zone.Cause].Name;
        Area[] covered = [.. Pack.AreasOf(zone.Id).Concat(Pack.Areas.Values).DistinctBy(area => area.Code).Take(areas)];
        var slots = new MessageSlots { Areas = covered, Zone = zone.Name, Cause = cause, Time = AsOf.AddMinutes(-2) };
        return new PortalOrder
        {
            Id = new Guid($"0198f3a2-0000-7000-8000-{number:D12}"),
            Version = 1,
            Hazard = Hazard.Flood,
            Cause = cause,
            Level = level,
            Audience = audience,
            Reason = LocalizedText.OfJapanese("神田川が氾濫するおそれが高まったため"),
            Areas = covered,
            Texts = [.. Pack.Ward.Languages.Select(language => Pack.Messages.Render(language, Hazard.Flood, Act.Issue, level, action, slots))],
            Shelters =
            [
                new PortalShelter(LocalizedText.OfJapanese("富士見みらい館"), ShelterOpening.Open, AsOf.AddMinutes(-6)),
                new PortalShelter(LocalizedText.OfJapanese("お茶の水小学校"), null, null),
            ],
            Announcement = new PortalAnnouncement("警戒レベル4 避難指示の発令", "災害対策基本法第60条第1項の規定に基づき、次のとおり警戒レベル4 避難指示を発令したので、お知らせする。", "見本の長", AsOf.AddMinutes(-2)),
            IssuedAt = AsOf.AddMinutes(-2),
            UpdatedAt = AsOf.AddMinutes(-2),
        };
    }

    public static async Task<RenderedPage> RenderAsync(
        PortalView view, PortalPage page = PortalPage.Home, string language = "ja", PortalAddress? address = null, PortalTexts? texts = null)
    {
        await using var renderer = new PortalRenderer(texts ?? Texts, NullLoggerFactory.Instance);
        return await renderer.RenderAsync(view, page, language, address ?? Address, TestContext.Current.CancellationToken);
    }

    public static async Task<string> HtmlAsync(
        PortalView view, PortalPage page = PortalPage.Home, string language = "ja", PortalAddress? address = null) =>
        System.Text.Encoding.UTF8.GetString((await RenderAsync(view, page, language, address)).Html.Span);
}
