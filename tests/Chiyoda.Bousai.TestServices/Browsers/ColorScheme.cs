namespace Chiyoda.Bousai.TestServices.Browsers;

/// <summary>What the media feature <c>prefers-color-scheme</c> answers.</summary>
public enum ColorScheme
{
    Light,
    Dark,
}
