namespace Chiyoda.Bousai.TestHub;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bousai-test-").FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and names it.</summary>
    public string Write(string name, ReadOnlySpan<byte> octets)
    {
        File.WriteAllBytes(PathOf(name), octets);
        return PathOf(name);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
