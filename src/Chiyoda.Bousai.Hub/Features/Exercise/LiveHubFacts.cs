using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>The live hub has something real: the exercise ends.</summary>
internal sealed record RealEventSeen(LiveSituation Live) : Fact(Actor.Hub, Live.AsOf)
{
    public const string Name = "exercise.real-event";

    public override string Kind => Name;

    public override Guid SubjectId => LiveHub.Subject;

    public override Visibility Visibility => Visibility.Public;

    public override string Summary => $"実災害の情報あり・訓練中止（本番に{string.Join("、", Live.Reasons)}）";

    public override object AfterImage => new { State = LiveState.Real, Live.AsOf, Live.Reasons };
}

/// <summary>The live hub has nothing real any more.</summary>
internal sealed record RealEventOver(LiveSituation Live) : Fact(Actor.Hub, Live.AsOf)
{
    public override string Kind => "exercise.real-event-over";

    public override Guid SubjectId => LiveHub.Subject;

    public override Visibility Visibility => Visibility.Public;

    public override string Summary => "訓練を止める情報はなくなりました";

    public override object AfterImage => new { State = LiveState.Quiet, Live.AsOf };
}
