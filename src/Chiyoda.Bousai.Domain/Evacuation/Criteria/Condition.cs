namespace Chiyoda.Bousai.Domain.Evacuation.Criteria;

/// <summary>When a criterion matches: by what the issuers state (<see cref="WarningCondition"/>), or by what a water gauge reads (<see cref="GaugeCondition"/>).</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }
}
