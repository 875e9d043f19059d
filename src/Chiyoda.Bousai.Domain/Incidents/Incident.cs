using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Domain.Incidents;

/// <summary>
/// One activation of headquarters, from 設置 to 解散. At most one is active: what happens meanwhile is part of it, and every
/// entry of the chronology made in it names it.
/// </summary>
public sealed class Incident
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxName = 60;

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 1000;

    /// <summary>How far ahead of its recording a decision may be dated: clocks on walls differ.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(1);

    private Incident()
    {
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>災害名, as headquarters says it.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>発災, or when it was first known; T+ counts from here.</summary>
    public DateTimeOffset BeganAt { get; private set; }

    /// <summary>Whether it is over.</summary>
    public IncidentState State { get; private set; }

    /// <summary>Grows with each act.</summary>
    public int Version { get; private set; }

    /// <summary>What holds now; after the end what held last, with who ended it.</summary>
    public Activation Activation { get; private set; } = null!;

    /// <summary>When it was opened here.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When 解散 was decided; <see langword="null"/> while active.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Opens one.</summary>
    /// <param name="id">New identity.</param>
    /// <param name="name">災害名, 1–60 characters.</param>
    /// <param name="beganAt">発災, not after the activation.</param>
    /// <param name="activation">What was decided.</param>
    /// <returns>An active incident, or <c>incidents.name-missing</c>, <c>incidents.reason-missing</c>, <c>incidents.in-the-future</c>,
    /// <c>incidents.order-of-times</c>.</returns>
    public static Outcome<Incident> Open(Guid id, string name, DateTimeOffset beganAt, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (name?.Trim() is not { Length: > 0 and <= MaxName } called)
        {
            return IncidentRefusals.NameMissing;
        }

        if (Unsound(activation) is { } refusal)
        {
            return refusal;
        }

        return beganAt > activation.At
            ? IncidentRefusals.OrderOfTimes
            : new Incident
            {
                Id = id,
                Name = called,
                BeganAt = beganAt,
                State = IncidentState.Active,
                Version = 1,
                Activation = activation,
                OpenedAt = activation.RecordedAt,
            };
    }

    /// <summary>Another posture, or another name.</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="name">災害名, 1–60 characters.</param>
    /// <param name="activation">What was decided.</param>
    /// <returns>This, or <c>incidents.stale-version</c>, <c>incidents.closed</c>, <c>incidents.nothing-changes</c> or a refusal of <see cref="Open"/>.</returns>
    public Outcome<Incident> Change(int version, string name, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (Refuses(version, activation) is { } refusal)
        {
            return refusal;
        }

        if (name?.Trim() is not { Length: > 0 and <= MaxName } called)
        {
            return IncidentRefusals.NameMissing;
        }

        if (called == Name && activation.Posture.Id == Activation.Posture.Id)
        {
            return IncidentRefusals.NothingChanges;
        }

        Name = called;
        Activation = activation;
        Version++;
        return this;
    }

    /// <summary>解散. Orders that are in force stay in force: they end by their own acts (design rule 8).</summary>
    /// <param name="version">The version that the person saw.</param>
    /// <param name="activation">Who decided it and why; its posture is what held last.</param>
    /// <param name="ordersInForce">How many orders are in force.</param>
    /// <param name="isAware">Whether the person said to know that they stay.</param>
    /// <returns>This, or <c>incidents.stale-version</c>, <c>incidents.closed</c>, <c>incidents.orders-in-force</c>, or a refusal of <see cref="Open"/>.</returns>
    public Outcome<Incident> Close(int version, Activation activation, int ordersInForce, bool isAware)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (Refuses(version, activation) is { } refusal)
        {
            return refusal;
        }

        if (ordersInForce > 0 && !isAware)
        {
            return IncidentRefusals.OrdersInForce;
        }

        State = IncidentState.Closed;
        Activation = activation;
        EndedAt = activation.At;
        Version++;
        return this;
    }

    private static Refusal? Unsound(Activation activation) =>
        string.IsNullOrWhiteSpace(activation.Reason) || activation.Reason.Length > MaxReason ? IncidentRefusals.ReasonMissing
        : activation.At > activation.RecordedAt + Ahead ? IncidentRefusals.InTheFuture
        : null;

    private Refusal? Refuses(int version, Activation activation) =>
        version != Version ? IncidentRefusals.StaleVersion
        : State == IncidentState.Closed ? IncidentRefusals.Closed
        : Unsound(activation) is { } refusal ? refusal
        : activation.At < Activation.At ? IncidentRefusals.OrderOfTimes
        : null;
}

/// <summary>Whether an incident goes on.</summary>
public enum IncidentState
{
    /// <summary>活動中.</summary>
    Active,

    /// <summary>解散.</summary>
    Closed,
}
