using System.Diagnostics.CodeAnalysis;
using Chiyoda.Bousai.Domain.WardPacks;

namespace Chiyoda.Bousai.Infrastructure.WardPacks;

/// <summary>What reading a pack gave: the pack, or every problem in it.</summary>
/// <param name="Pack">The pack; <see langword="null"/> exactly when there are problems.</param>
/// <param name="Problems">All problems, by file and line.</param>
public sealed record WardPackLoad(WardPack? Pack, IReadOnlyList<PackProblem> Problems)
{
    /// <summary>Takes the pack when it is sound.</summary>
    /// <param name="pack">The pack.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet([NotNullWhen(true)] out WardPack? pack) => (pack = Pack) is not null;
}
