using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.WardPacks;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// <c>hub import facilities PATH [--config DIR] [--apply]</c>: everything that is wrong with a register at once, then what it would change;
/// with <c>--apply</c> it takes the place of the pack's. Hubs read it at their next start. 0 when it is sound, 1 when something is wrong.
/// </summary>
internal static class ImportCommand
{
    public static int Run(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["config"], ["apply"]);
        var path = arguments.Words switch
        {
            ["facilities", var named] => named,
            ["facilities"] => throw new UsageException("import facilities needs the file"),
            _ => throw new UsageException("import takes facilities and one file"),
        };
        var directory = CommandLine.Settings(arguments).ResolvedConfig;
        var import = FacilitiesImport.Preview(directory, path);
        if (import.Problems.Count > 0)
        {
            Console.WriteLine($"{path}: {import.Problems.Count}か所に誤り。何も取り込んでいません。 (wrong in {import.Problems.Count} place(s); nothing was taken over)");
            WriteLines(import.Problems);
            return 1;
        }

        Console.WriteLine(
            $"{path}: 追加{import.Added.Count}・削除{import.Removed.Count}・変更{import.Changed.Count}・同じ{import.Unchanged} "
            + $"({import.Added.Count} added, {import.Removed.Count} removed, {import.Changed.Count} changed, {import.Unchanged} as before)");
        WriteLines(import.Added.Select(facility => $"+ {facility.Id} {facility.Name}"));
        WriteLines(import.Removed.Select(facility => $"- {facility.Id} {facility.Name}"));
        WriteLines(import.Changed.Select(change => $"* {change.Facility.Id} {change.Facility.Name}: {string.Join('、', change.Columns)}"));
        if (!arguments.Has("apply"))
        {
            Console.WriteLine("取り込むには --apply を付けてください。 (Add --apply to take it over.)");
        }
        else if (import.IsNews)
        {
            FacilitiesImport.Apply(directory, path, TimeProvider.System.GetUtcNow().DayInJapan());
            Console.WriteLine("取り込みました。確認者（verifiedBy）は空です。ハブの再起動から使われます。 (Taken over, unverified; used from the next start of the hub.)");
        }

        return 0;
    }

    private static void WriteLines(IEnumerable<object> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine($"  {line}");
        }
    }
}
