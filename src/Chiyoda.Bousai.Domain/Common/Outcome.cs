using System.Diagnostics.CodeAnalysis;

namespace Chiyoda.Bousai.Domain.Common;

/// <summary>What a rule answers: a value, or a refusal that the caller is expected to meet.</summary>
/// <typeparam name="T">What the rule makes when it does not refuse.</typeparam>
public readonly struct Outcome<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    /// <summary>Takes the value, or the refusal.</summary>
    /// <param name="value">The value when the answer is <see langword="true"/>.</param>
    /// <param name="refusal">The refusal when the answer is <see langword="false"/>.</param>
    /// <returns>Whether there is a value.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = _value;
        refusal = _refusal ?? (_value is null ? throw new InvalidOperationException("An outcome was never given.") : null);
        return refusal is null;
    }

    /// <summary>The rule allowed it.</summary>
    /// <param name="value">What it made.</param>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>The rule refused it.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
