using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub read --json</c>: prints what each file says, a line a file; nothing but JSON goes to standard output.</summary>
internal static class ReadCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, [], ["json"]);
        if (arguments.Words.Count == 0)
        {
            throw new UsageException("read needs at least one file or folder");
        }

        await using var output = Console.OpenStandardOutput();
        foreach (var file in TelegramFiles.Find(arguments.Words))
        {
            TelegramJson.Write(file, await File.ReadAllBytesAsync(file), output);
            output.WriteByte((byte)'\n');
        }

        return 0;
    }
}
