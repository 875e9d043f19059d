using System.Text;
using Chiyoda.Bousai.TestHub;
using Xunit.Sdk;

namespace Chiyoda.Bousai.Hub.Tests.Contracts;

/// <summary>
/// What others rely on is kept in a file whose changes are reviewed. <c>UPDATE_SNAPSHOTS=1</c> rewrites a file that differs, and the
/// test fails all the same: what was just rewritten has been read by nobody yet.
/// </summary>
/// <param name="path">From the folder of this test project.</param>
internal sealed class CommittedFile(string path)
{
    private const string Project = "tests/Chiyoda.Bousai.Hub.Tests";
    private const string Renew = "UPDATE_SNAPSHOTS";

    private readonly string _file = Path.Combine(Repository.Root, Project, path);

    public string Text => File.Exists(_file) ? File.ReadAllText(_file) : string.Empty;

    public static bool IsRenewed => Environment.GetEnvironmentVariable(Renew) == "1";

    /// <summary>Fails with a difference line by line when the file holds anything else.</summary>
    public void MustHold(string text)
    {
        var committed = Text;
        if (committed == text)
        {
            return;
        }

        var difference = LineDifference.Of(committed, text);
        if (!IsRenewed)
        {
            throw new XunitException(
                $"{Project}/{path} does not hold what the hub does now (− committed, + now).\n"
                + $"If that is meant: run this test with {Renew}=1, read the difference, commit it with the change.\n\n{difference}");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.WriteAllText(_file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        throw new XunitException($"{Project}/{path} was rewritten. Read the difference, then run the test without {Renew}.\n\n{difference}");
    }
}
