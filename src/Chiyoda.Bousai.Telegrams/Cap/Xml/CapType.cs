namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>A simple type of the schema.</summary>
/// <param name="Rule">What a value has to be, for the refusal.</param>
/// <param name="IsCollapsed">Whether blanks around and inside are collapsed before the value is judged (all but <c>xs:string</c>).</param>
/// <param name="IsValid">Judges the value.</param>
/// <param name="Default">Value of an element without content; <see langword="null"/> when there is none.</param>
internal sealed record CapType(string Rule, bool IsCollapsed, Func<string, bool> IsValid, string? Default = null);
