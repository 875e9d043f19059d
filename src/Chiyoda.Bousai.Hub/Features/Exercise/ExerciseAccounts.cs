using System.Security.Cryptography;
using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Hub.Features.Access;

namespace Chiyoda.Bousai.Hub.Features.Exercise;

/// <summary>Log-ins for one exercise: made anew each time, with passwords nobody knows before.</summary>
internal sealed class ExerciseAccounts(AccountRegister register)
{
    private const string PasswordLetters = "abcdefghijkmnpqrstuvwxyz23456789";

    private static readonly (string Login, string Name, string Role)[] Seats =
    [
        ("author", "訓練 起案担当", StaffRole.Recorder),
        ("releaser", "訓練 発信担当", StaffRole.Releaser),
        ("viewer", "訓練 閲覧担当", StaffRole.Viewer),
    ];

    public async Task<IReadOnlyList<ExerciseAccount>> OpenAsync()
    {
        var accounts = new List<ExerciseAccount>();
        foreach (var (login, name, role) in Seats)
        {
            var password = RandomNumberGenerator.GetString(PasswordLetters, 16);
            if (!await register.TryResetAsync(login, password)
                && await register.AddAsync(login, name, [role], password, person: null) is { Length: > 0 } wrong)
            {
                throw new InvalidOperationException($"The exercise account {login} could not be made: {wrong}");
            }

            accounts.Add(new ExerciseAccount(login, password, role));
        }

        return accounts;
    }
}

/// <summary>A log-in of an exercise, printed to whoever started it.</summary>
internal sealed record ExerciseAccount(string Login, string Password, string Role);
