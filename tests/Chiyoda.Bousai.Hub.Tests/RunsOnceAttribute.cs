using Xunit.v3;

namespace Chiyoda.Bousai.Hub.Tests;

/// <summary>
/// Has nothing to do with the database of the run, or chooses its databases itself: left out (<c>-trait- Runs=once</c>) when all tests run
/// again on another database.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsOnceAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Runs", "once")];
}
