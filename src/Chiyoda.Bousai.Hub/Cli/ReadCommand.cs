using System.Text.Json;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Telegrams.Jma;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// <c>hub read --json</c>: prints what each file says, a line a file; nothing but JSON goes to standard output. <c>--vocabulary</c> prints the closed
/// lists of words, a line a list. A file that is not there or is refused has its line too; the status is 2 only when none of them could be opened.
/// </summary>
internal static class ReadCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, [], ["json", "vocabulary"]);
        if (arguments.Words.Count == 0 != arguments.Has("vocabulary"))
        {
            throw new UsageException("read needs at least one file or folder, or --vocabulary alone");
        }

        await using var output = Console.OpenStandardOutput();
        if (arguments.Has("vocabulary"))
        {
            foreach (var (name, words) in Vocabulary.All)
            {
                await JsonSerializer.SerializeAsync(output, new { name, words }, BousaiJson.Options);
                output.WriteByte((byte)'\n');
            }

            return 0;
        }

        var (opened, closed) = (0, 0);
        foreach (var file in TelegramFiles.FindReadable(arguments.Words))
        {
            if (await WriteAsync(file, output))
            {
                opened++;
            }
            else
            {
                closed++;
            }

            output.WriteByte((byte)'\n');
        }

        return opened == 0 && closed > 0 ? 2 : 0;
    }

    /// <summary>Writes the line of a file. No more of it is read than the readers take: they refuse what has one octet more.</summary>
    /// <returns>Whether it could be opened.</returns>
    private static async Task<bool> WriteAsync(string file, Stream output)
    {
        byte[] octets;
        try
        {
            octets = await TelegramFiles.ReadAsync(file, JmaTelegramReader.MaxBytes);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            TelegramJson.Write(file, TelegramRefusals.FileClosed, output);
            return false;
        }

        TelegramJson.Write(file, octets, output);
        return true;
    }
}
