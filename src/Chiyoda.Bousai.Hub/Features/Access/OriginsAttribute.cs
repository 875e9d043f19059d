using System.ComponentModel.DataAnnotations;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>A list of origins, separated by commas: https, or http on <c>localhost</c>, as browsers take passkeys from no others.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginsAttribute : ValidationAttribute
{
    public static IReadOnlyList<string> Read(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override bool IsValid(object? value) => value is string text && Read(text).All(IsOrigin);

    public override string FormatErrorMessage(string name) =>
        $"「,」区切りで https://… の形（パスなし）で書いてください。 ({name} takes origins like https://bousai.example, without a path.)";

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || url is { Scheme: "http", Host: "localhost" })
        && url.GetLeftPart(UriPartial.Authority) == text;
}
