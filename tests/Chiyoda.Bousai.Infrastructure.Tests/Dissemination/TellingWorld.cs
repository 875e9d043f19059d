using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Domain.Notices;
using Chiyoda.Bousai.Domain.Relays;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Chiyoda.Bousai.Infrastructure.Tests.WardPacks;
using Chiyoda.Bousai.Infrastructure.WardPacks;
using Chiyoda.Bousai.TestHub;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Chiyoda.Bousai.Infrastructure.Tests.Dissemination;

/// <summary>A hub's inside without a host: a database of its own, the shipped ward pack, orders released as the domain has it.</summary>
internal sealed class TellingWorld : IAsyncDisposable
{
    public const string Channel = ChannelNames.WebPush;

    /// <summary>飯田橋三丁目, 飯田橋四丁目: on the Kanda River.</summary>
    public static readonly string[] Riverside = ["13101001003", "13101001004"];

    /// <summary>飯田橋一丁目: not among them.</summary>
    public const string Elsewhere = "13101001001";

    private static readonly Lazy<WardPack> Pack = new(() => WardPackLoader.Load(PackCopy.Shipped).Pack!);

    private readonly string _directory;
    private readonly ServiceProvider _services;
    private int _devices;

    private TellingWorld(string directory, HubDatabase database, TimeProvider clock, IChannel? channel, HubMode mode, Action<IServiceCollection>? configure)
    {
        _directory = directory;
        Clock = clock;
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(Pack.Value);
        services.AddSingleton<Doorbell>();
        services.AddMetrics();
        services.AddLogging(logging => logging.AddProvider(Logs));
        new Database(database.Postgres, database.File).Register(services);
        services.AddScoped<SubscriptionRegister>();
        services.AddDisseminationCore(new DisseminationSetup(mode, _directory, [Channel, ChannelNames.Portal]));
        services.AddScoped<IFactRecorder, ChronologyRecorder>();
        configure?.Invoke(services);
        if (channel is not null)
        {
            services.RemoveAll<IChannel>();
            services.AddSingleton(channel);
        }

        _services = services.BuildServiceProvider();
    }

    public TimeProvider Clock { get; }

    public LogBook Logs { get; } = new();

    public string DataDirectory => _directory;

    public static async Task<TellingWorld> StartAsync(
        TimeProvider? clock = null, IChannel? channel = null, HubMode mode = HubMode.Exercise, Action<IServiceCollection>? configure = null)
    {
        var directory = Directory.CreateTempSubdirectory("telling-").FullName;
        var world = new TellingWorld(directory, await TestDatabase.EnsureAsync(directory), clock ?? TimeProvider.System, channel, mode, configure);
        await world.WithDbAsync(async db =>
        {
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            db.Add(new DeploymentStamp(mode, world.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<T> WithDbAsync<T>(Func<BousaiDbContext, Task<T>> use)
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<BousaiDbContext>());
    }

    /// <summary>Devices that asked for areas; their keys in the order of asking.</summary>
    public Task<List<long>> SubscribeAsync(int count, string area, string language = "ja", int[]? levels = null, string[]? notices = null, Func<int, Uri>? endpoint = null) => WithDbAsync(async db =>
    {
        var rows = Enumerable.Range(0, count).Select(index =>
        {
            var url = (endpoint?.Invoke(index) ?? new Uri($"https://push{index % 3}.example.net/{Interlocked.Increment(ref _devices)}")).ToString();
            return new Subscription(Guid.NewGuid())
            {
                Endpoint = url,
                EndpointHash = SHA256.HashData(Encoding.UTF8.GetBytes(url)),
                Places = [new SubscribedPlace(area, PlaceRelation.Lives)],
                Language = language,
                Orders = levels ?? [3, 4, 5],
                Notices = notices ?? [],
                UpdatedAt = Clock.GetUtcNow().AddMinutes(-1),
            };
        }).ToList();
        db.AddRange(rows);
        await db.SaveChangesAsync();
        return rows.Select(row => row.Key).ToList();
    });

    /// <summary>Issues an order, or raises the one in force for the same areas.</summary>
    public Task<OrderRelease> IssueAsync(int? level = 4, string[]? areas = null) => ReleaseAsync(_ => NewProposal(level, areas));

    /// <summary>Lifts an order.</summary>
    public Task<OrderRelease> LiftAsync(Guid orderId) => ReleaseAsync(orders =>
    {
        var order = orders.Single(order => order.Id == orderId);
        Assert.True(Proposal.ToLift(Guid.NewGuid(), order, Guid.NewGuid(), "水位が下がった", Clock.GetUtcNow()).TryGet(out var proposal, out _));
        return proposal;
    });

    /// <summary>Changes an order.</summary>
    public Task<OrderRelease> ChangeAsync(Guid orderId, Act act, Func<Measure, Measure>? to = null) => ReleaseAsync(orders =>
    {
        var order = orders.Single(order => order.Id == orderId);
        var after = to?.Invoke(order.Measure) ?? order.Measure;
        Assert.True(Proposal.ToChange(Guid.NewGuid(), act, order, after, null, Guid.NewGuid(), "状況が変わった", Clock.GetUtcNow()).TryGet(out var proposal, out var refusal), refusal?.Code);
        return proposal;
    });

    /// <summary>A notice from a template of the shipped pack, or another act on one, let out by a second person.</summary>
    public Task<NoticeRelease> TellNoticeAsync(string template, string[] areas, Guid? noticeId = null, NoticeAct act = NoticeAct.Issue, string value = "試験") => WithDbAsync(async db =>
    {
        var edition = NewNotice(template, areas, act, value, noticeId is { } id ? await db.Notices.SingleAsync(notice => notice.Id == id) : null);
        var before = noticeId is null ? null : await db.Notices.SingleAsync(notice => notice.Id == noticeId);
        Assert.True(Notice.Apply(before, edition).TryGet(out var notice, out var refusal), refusal?.Code);
        db.Add(edition);
        if (before is null)
        {
            db.Add(notice);
        }

        var release = NoticeRelease.Of(edition, notice.Version);
        var actor = new Actor(edition.ReleaserId, "発信担当", "Releaser", "test");
        await db.CommitAsync([NoticeFact.Of(notice, release, actor, Clock.GetUtcNow())], TestContext.Current.CancellationToken);
        return release;
    });

    /// <summary>An edition that a second person let out, in memory alone.</summary>
    public NoticeEdition NewNotice(string template, string[] areas, NoticeAct act = NoticeAct.Issue, string value = "試験", Notice? notice = null)
    {
        var now = Clock.GetUtcNow();
        var slots = Pack.Value.Notices.Templates[template].Slots.ToDictionary(slot => slot.Name, _ => value, StringComparer.Ordinal);
        Assert.True(NoticeRules.Write(new NoticeDraft(template, slots, areas, now.AddHours(6)), Pack.Value, checkedOnly: false, now).TryGet(out var content, out var refusal), refusal?.Code);
        var (submitter, releaser) = (Guid.NewGuid(), Guid.NewGuid());
        var reason = act == NoticeAct.Issue ? string.Empty : "場所の誤り";
        var told = Pack.Value.Notices.Tell(act, act == NoticeAct.Withdraw ? notice!.Content : content, reason);
        NoticeEdition? edition;
        if (notice is null)
        {
            edition = NoticeEdition.Write(Guid.NewGuid(), Guid.NewGuid(), content, told, submitter, now);
            Assert.True(edition.Submit(edition.Version, submitter, now).TryGet(out _, out _));
        }
        else
        {
            Assert.True(NoticeEdition.ToChange(
                Guid.NewGuid(), notice, notice.Version, act, act == NoticeAct.Withdraw ? notice.Content : content, told, reason, submitter, now).TryGet(out edition, out refusal), refusal?.Code);
        }

        Assert.True(edition.Release(edition.Version, releaser, [], string.Empty, now).TryGet(out _, out _));
        return edition;
    }

    /// <summary>A proposal that a second person let out, in memory alone.</summary>
    public Proposal NewReleased(int? level = 4, string[]? areas = null) => LetOut(NewProposal(level, areas));

    /// <summary>The announced test of the shipped pack, told.</summary>
    public Task<Relayed> TellTestAsync() => WithDbAsync(async db =>
    {
        var rule = NewReleasedRule(Pack.Value.Relays.Tests["announced-test"]);
        var now = Clock.GetUtcNow();
        var told = new Relayed(Relay.OfTest(Guid.NewGuid(), rule, now), rule, Actor.Hub, now);
        db.AddRange(rule, told.Relay);
        await db.CommitAsync([told], TestContext.Current.CancellationToken);
        return told;
    });

    /// <summary>What a released rule told, in memory alone.</summary>
    public StandingRelease NewRelay()
    {
        var now = Clock.GetUtcNow();
        var rule = NewReleasedRule(Pack.Value.Relays.Rules["kanda-river"]);
        var news = new RelayNews(RelayChange.Up, 4, 0, ContinuesEpisode: false);
        return StandingRelease.Of(rule, Relay.Of(Guid.NewGuid(), rule, "normal:flood", news, null, null, Guid.NewGuid(), now, null, now, waits: false));
    }

    public Task<List<Dispatch>> DispatchesAsync(Guid decisionId) => WithDbAsync(db =>
        db.Dispatches.AsNoTracking().Where(dispatch => dispatch.DecisionId == decisionId).ToListAsync());

    public async Task<Dispatch> DispatchAsync(Guid decisionId, string channel = Channel) =>
        (await DispatchesAsync(decisionId)).Single(dispatch => dispatch.Channel == channel);

    public Task<List<DispatchPage>> PagesAsync(Guid dispatchId) => WithDbAsync(db =>
        db.DispatchPages.AsNoTracking().Where(page => page.DispatchId == dispatchId).OrderBy(page => page.Number).ToListAsync());

    public async Task<PageTally> TallyAsync(Guid decisionId)
    {
        var dispatch = await DispatchAsync(decisionId);
        return await WithDbAsync(db => DispatchTallies.OfAsync(
            db, dispatch.Id, dispatch.State == DispatchState.Superseded, TestContext.Current.CancellationToken));
    }

    /// <summary>Plans a decision's web push to its end.</summary>
    public async Task PlanAsync(Guid decisionId) =>
        await Get<Planner>().PlanAsync((await DispatchAsync(decisionId)).Id, TestContext.Current.CancellationToken);

    /// <summary>One worker, until no page is due; bounded.</summary>
    public async Task WorkAsync()
    {
        var worker = Get<PageWorker>();
        while (await worker.ServeNextAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken))
        {
        }
    }

    /// <summary>A worker that takes a page, sends to some, writes down fewer, and is not heard of again.</summary>
    public async Task SendAndDieAsync(IChannel channel, int sent, int written)
    {
        var none = TestContext.Current.CancellationToken;
        var claims = Get<PageClaims>();
        var claim = (await claims.TakeAsync(none))!;
        var dispatch = await WithDbAsync(db => db.Dispatches.AsNoTracking().SingleAsync(row => row.Id == claim.DispatchId, none));
        var proposal = await WithDbAsync(db => db.Proposals.AsNoTracking().SingleAsync(row => row.Id == dispatch.ProposalId, none));
        var release = OrderRelease.Of(proposal, dispatch.OrderId, dispatch.OrderVersion);
        var answer = await Get<Gateway>().OpenAsync(release, channel, claim, new HashSet<string> { "ja" }, none);
        for (var index = 0; index < sent; index++)
        {
            var key = claim.Keys[index];
            var device = await WithDbAsync(db => db.Subscriptions.AsNoTracking().SingleAsync(row => row.Key == key, none));
            await answer.Passage!.SendAsync(new Recipient(device, claim.DispatchId, claim.Number, index), none);
            if (index == written - 1)
            {
                claim.Delivery.AsSpan(0, written).Fill((byte)DeliveryMark.Accepted);
                (claim, _) = await claims.FlushAsync(claim, claim.Delivery, FlushBatch.Empty, none);
            }
        }
    }

    public Task<List<string>> KindsAsync() => WithDbAsync(db =>
        db.Chronology.AsNoTracking().OrderBy(entry => entry.Sequence).Select(entry => entry.Kind).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await TestDatabase.DropAsync(_directory);
        Directory.Delete(_directory, recursive: true);
    }

    private Proposal NewProposal(int? level, string[]? areas) => Proposal.ByRule(
        Guid.NewGuid(),
        new Measure(Hazard.Flood, "830304004400", "神田川", level, EvacuationAction.GoUp, Audience.Everyone, areas ?? Riverside, "水位が上がっている"),
        [],
        Clock.GetUtcNow());

    private StandingRule NewReleasedRule(RelayRule content)
    {
        var now = Clock.GetUtcNow();
        var authority = new Authority("mayor", "区長", null, "災害対策基本法60条1項", [3, 4, 5], [Hazard.Flood, Hazard.Other]);
        var rule = StandingRule.Submit(Guid.NewGuid(), content, Guid.NewGuid(), now);
        var decision = new Decision(
            Guid.NewGuid(), authority.Id, authority.Office, null, authority.Basis, DecisionMeans.Meeting, now, string.Empty, "当直", Guid.NewGuid(), now);
        Assert.True(rule.Decide(rule.Version, decision, authority).TryGet(out _, out _));
        Assert.True(rule.Release(rule.Version, Guid.NewGuid(), now).TryGet(out _, out _));
        return rule;
    }

    private Proposal LetOut(Proposal proposal)
    {
        var now = Clock.GetUtcNow();
        var authority = new Authority("mayor", "区長", null, "災害対策基本法60条1項", [3, 4, 5], [Hazard.Flood]);
        var decision = new Decision(
            Guid.NewGuid(), authority.Id, authority.Office, null, authority.Basis, DecisionMeans.Telephone, now, string.Empty, "当直", Guid.NewGuid(), now);
        if (proposal.State == ProposalState.Draft)
        {
            Assert.True(proposal.Submit(proposal.Version, Guid.NewGuid(), now).TryGet(out _, out _));
        }

        Assert.True(proposal.Decide(proposal.Version, decision, authority).TryGet(out _, out _));
        Assert.True(proposal.Release(proposal.Version, Guid.NewGuid(), now).TryGet(out _, out _));
        return proposal;
    }

    private Task<OrderRelease> ReleaseAsync(Func<IReadOnlyList<Order>, Proposal> propose) => WithDbAsync(async db =>
    {
        var orders = await db.Orders.Where(order => order.State == OrderState.Issued).ToListAsync();
        var proposal = LetOut(propose(orders));
        Assert.True(OrderBook.Apply(proposal, orders, Guid.NewGuid()).TryGet(out var change, out _));
        db.Add(proposal);
        if (change.IsNew)
        {
            db.Add(change.Order);
        }

        var release = OrderRelease.Of(proposal, change.Order.Id, change.Order.Version);
        var actor = new Actor(proposal.ReleaserId, "発信担当", "Releaser", "test");
        var told = OrderFact.Of(change.Order, release, actor, Clock.GetUtcNow());
        await db.CommitAsync([told, .. change.GaveUpAreas.Select(order => new OrderGaveUpAreas(order, actor, Clock.GetUtcNow()))], TestContext.Current.CancellationToken);
        return release;
    });

    /// <summary>What was logged, to see that an alarm was raised.</summary>
    internal sealed class LogBook : ILoggerProvider
    {
        private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _lines = new();

        public IReadOnlyList<(LogLevel Level, int Id, string Text)> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => new Page(_lines);

        public void Dispose()
        {
        }

        private sealed class Page(ConcurrentQueue<(LogLevel Level, int Id, string Text)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (eventId.Id is >= 6000 and < 7000)
                {
                    lines.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
                }
            }
        }
    }
}
