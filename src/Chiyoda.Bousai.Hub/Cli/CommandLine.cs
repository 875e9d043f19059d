using System.Net.Sockets;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Hosting;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Chiyoda.Bousai.Infrastructure.Persistence.Backups;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary>Chooses the command and turns what went wrong into one line with its remedy.</summary>
internal static class CommandLine
{
    private const string Usage = """
        hub [serve] [--mode exercise|live] [--config DIR] [--data DIR] [--urls URL] [--scenario NAME]
        hub staff add --login L --name TEXT --role R[,R] --password-stdin [--person ID] [--mode M] [--config DIR] [--data DIR]
        hub replay PATH... --to URL [--feed-key-file FILE] [--speed N|max] [--restamp]
        hub verify [--data DIR] [--config DIR]
        hub backup FILE [--mode M] [--config DIR] [--data DIR]
        hub restore FILE [--mode M] [--config DIR] [--data DIR]
        hub read PATH... --json | hub read --vocabulary
        hub backtest PATH... [--criteria DIR] [--config DIR] [--any-day] [--json]
        hub config check [DIR] [--json]
        hub import facilities PATH [--apply] [--config DIR]
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var (command, rest) = args is [var first, ..] && (first == "--help" || !first.StartsWith('-')) ? (first, args[1..]) : ("serve", args);
        try
        {
            return command switch
            {
                "serve" => await ServeCommand.RunAsync(rest),
                "staff" => await StaffCommand.RunAsync(rest),
                "replay" => await ReplayCommand.RunAsync(rest),
                "verify" => await VerifyCommand.RunAsync(rest),
                "backup" => await BackupCommand.RunAsync(rest),
                "restore" => await RestoreCommand.RunAsync(rest),
                "read" => await ReadCommand.RunAsync(rest),
                "backtest" => await BacktestCommand.RunAsync(rest),
                "config" => ConfigCommand.Run(rest),
                "import" => ImportCommand.Run(rest),
                "help" or "--help" => Help(),
                _ => throw new UsageException($"unknown command {command}"),
            };
        }
        catch (UsageException wrong)
        {
            return await FailAsync(2, $"{wrong.Message}\n{Usage}");
        }
        catch (StartRefusedException refused)
        {
            return await FailAsync(3, refused.Message);
        }
        catch (BackupRefusedException refused)
        {
            return await FailAsync(3, refused.Message);
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException wrong)
        {
            return await FailAsync(3, "A setting is wrong: " + string.Join("; ", wrong.Failures));
        }
        catch (InvalidOperationException wrong) when (wrong.Source == "Microsoft.Extensions.Configuration.Binder")
        {
            return await FailAsync(3, $"A setting is wrong: {wrong.Message}");
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            return await FailAsync(4, $"{busy.Message} Another program listens there; choose another port with --urls http://localhost:PORT.");
        }
        catch (Microsoft.Data.Sqlite.SqliteException unusable)
        {
            return await FailAsync(4, $"The database cannot be used ({unusable.Message}). See that this user may write to the data directory and that its disk has room, or choose another folder with --data.");
        }
        catch (Exception unusable) when (unusable.GetBaseException() is Npgsql.NpgsqlException or SocketException && Conflicts.IsAway(unusable))
        {
            return await FailAsync(4, $"The database does not answer ({unusable.GetBaseException().Message}). See that the server of ConnectionStrings:Database runs and can be reached from here.");
        }
        catch (Npgsql.PostgresException refused)
        {
            return await FailAsync(4, $"The database refuses ({refused.MessageText}). See that the user of ConnectionStrings:Database owns the database.");
        }
        catch (IOException fault)
        {
            return await FailAsync(4, $"{fault.Message} Check the folders given with --config and --data, and the files named.");
        }
        catch (UnauthorizedAccessException denied)
        {
            return await FailAsync(4, $"{denied.Message} Give this user the right to write there, or choose another folder with --data.");
        }
    }

    /// <summary>The settings that every command with a database shares.</summary>
    public static HubSettings Settings(Arguments arguments) => HubSettings.Default with
    {
        Mode = arguments.Find("mode") switch
        {
            null => null,
            "exercise" => HubMode.Exercise,
            "live" => HubMode.Live,
            var other => throw new UsageException($"--mode is exercise or live, not {other}"),
        },
        ConfigDirectory = arguments.Find("config") ?? HubSettings.Default.ConfigDirectory,
        DataDirectory = arguments.Find("data"),
    };

    private static int Help()
    {
        Console.WriteLine(Usage);
        return 0;
    }

    private static async Task<int> FailAsync(int status, string message)
    {
        await Console.Error.WriteLineAsync(message);
        return status;
    }
}
