namespace Chiyoda.Bousai.Telegrams.Cap;

/// <summary>A value in a system of codes of the sender: eventCode, parameter, geocode.</summary>
/// <param name="ValueName">Name of the system, e.g. <c>SAME</c>; <see langword="null"/> where CAP 1.0 writes a text without «=».</param>
/// <param name="Value">The value; may be empty.</param>
public sealed record CapNamedValue(string? ValueName, string Value);
