using System.Collections;

namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary>The closed list of words of a member that is text in code, for the API document.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WordsAttribute : Attribute
{
    public WordsAttribute(params string[] words) => Words = words;

    /// <param name="holder">The type that keeps the list.</param>
    /// <param name="member">Its static dictionary; the words are the keys.</param>
    public WordsAttribute(Type holder, string member)
    {
        ArgumentNullException.ThrowIfNull(holder);
        Words = [.. ((IEnumerable)holder.GetProperty(member)!.GetValue(null)!).Cast<KeyValuePair<string, string>>().Select(word => word.Key)];
    }

    public IReadOnlyList<string> Words { get; }
}
