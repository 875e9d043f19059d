using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Hosting;

namespace Chiyoda.Bousai.Hub.Cli;

/// <summary><c>hub staff add</c>: makes an account. The password is read from standard input; a secret is never an argument.</summary>
internal static class StaffCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var arguments = Arguments.Parse(args, ["login", "name", "role", "person", "mode", "config", "data"], ["password-stdin"]);
        if (arguments.Words is not ["add"])
        {
            throw new UsageException("staff knows one act: add");
        }

        if (!arguments.Has("password-stdin"))
        {
            throw new UsageException("--password-stdin is missing: the password is read from standard input");
        }

        var person = arguments.Find("person") is not { } text ? (Guid?)null
            : Guid.TryParse(text, out var id) ? id : throw new UsageException("--person is the id of a person, a UUID");
        var roles = arguments.Require("role").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var login = arguments.Require("login");
        var name = arguments.Require("name");
        var password = (await Console.In.ReadLineAsync() ?? string.Empty).TrimEnd('\r');

        await using var services = await HubHost.BuildForCommandAsync(CommandLine.Settings(arguments), mayCreate: true, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var wrong = await scope.ServiceProvider.GetRequiredService<AccountRegister>().AddAsync(login, name, roles, password, person);
        if (wrong.Length > 0)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 1;
        }

        Console.WriteLine($"login={login} role={string.Join(',', roles)}");
        return 0;
    }
}
