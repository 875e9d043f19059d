using System.Text.Encodings.Web;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Domain.WardPacks;
using Chiyoda.Bousai.Hub.Hosting;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>
/// <c>hub config check [DIR] [--json]</c>: everything that is wrong with a pack at once, by file, line and rule; then what a live start
/// would refuse. 0 when nothing is wrong, although live may still refuse; 1 when something is. Nothing is made and nothing is started.
/// </summary>
internal static class ConfigCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Read by programs and people, never put into a page; Japanese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static int Run(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, [], ["json"]);
        var directory = arguments.Words switch
        {
            ["check"] => HubSettings.Default.ResolvedConfig,
            ["check", var named] => named,
            ["check", _, var stray, ..] => throw new UsageException($"config check takes one folder, not also {stray}"),
            _ => throw new UsageException("config needs the word check"),
        };
        if (!Directory.Exists(directory))
        {
            Console.Error.WriteLine($"There is no folder {directory}.");
            return 1;
        }

        var verdict = PackVerdict.Of(directory, HubMode.Exercise, HubMode.Live);
        ReadinessGap[] gaps = verdict.Pack is null ? [] : [.. verdict.LiveGaps, .. PackVerdict.LiveSettingGaps(directory)];
        if (arguments.Has("json"))
        {
            WriteJson(verdict, gaps);
        }
        else
        {
            WriteText(directory, verdict, gaps);
        }

        return verdict.Pack is null ? 1 : 0;
    }

    private static void WriteJson(PackVerdict verdict, ReadinessGap[] gaps)
    {
        foreach (var problem in verdict.Problems)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { kind = "wrong", problem.File, problem.Line, problem.Value, problem.Rule }, Json));
        }

        foreach (var gap in gaps)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { kind = "live", gap.File, gap.Reason }, Json));
        }
    }

    private static void WriteText(string directory, PackVerdict verdict, ReadinessGap[] gaps)
    {
        if (verdict.Pack is not { } pack)
        {
            Console.WriteLine($"{directory}: {verdict.Problems.Count}か所に誤り (wrong in {verdict.Problems.Count} place(s))");
            WriteLines(verdict.Problems);
            Console.WriteLine("本番で起動できるかは、誤りを直してから判定します。 (Whether live would start is judged once this is put right.)");
            return;
        }

        Console.WriteLine($"{directory}: {pack.Ward.Name.Ja} 誤りなし。訓練は起動します。 (nothing wrong; an exercise starts)");
        Console.WriteLine(gaps.Length == 0
            ? "本番も起動します。 (Live starts too.)"
            : $"本番は次の{gaps.Length}件の理由で起動を拒みます。 (A live start would be refused because:)");
        WriteLines(gaps);
    }

    private static void WriteLines(IEnumerable<object> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine($"  {line}");
        }
    }
}
