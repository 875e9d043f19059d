using System.Globalization;
using System.Text.Json;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>How members of closed lists and days are spelled in a pack: kebab-case words, <c>yyyy-MM-dd</c>.</summary>
internal static class PackWords
{
    public static bool TryParse<T>(string text, out T word)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()) == text)
            {
                word = member;
                return true;
            }
        }

        word = default;
        return false;
    }

    public static string Of<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
