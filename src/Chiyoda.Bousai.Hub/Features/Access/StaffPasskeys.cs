using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>The passkeys of one account: its owner adds and removes them, nobody else.</summary>
internal sealed class StaffPasskeys(UserManager<StaffAccount> accounts, PasskeyCeremonies ceremonies, ILogger<StaffPasskeys> logger)
{
    public const int MaxNameLength = 40;

    private const int MaxPasskeys = 10;

    private static readonly Refusal TooMany = new(
        RefusalKind.Conflict, "access.too-many-passkeys", "パスキーは10個まで登録できます。使わないものを削除してから登録してください。");

    private static readonly Refusal Unknown = new(RefusalKind.Unknown, "access.unknown-passkey", "そのパスキーは登録されていません。");

    public async Task<Outcome<UserPasskeyInfo>> AddAsync(StaffAccount account, string? name, string? answer)
    {
        var had = (await accounts.GetPasskeysAsync(account)).Count;
        if (had >= MaxPasskeys)
        {
            return TooMany;
        }

        if (await ceremonies.TakeNewAsync(account, answer) is not { } passkey)
        {
            return StaffSessions.WrongPasskey;
        }

        var called = (name ?? string.Empty).Trim();
        passkey.Name = called.Length == 0 ? "パスキー" : called[..Math.Min(called.Length, MaxNameLength)];
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded)
        {
            return StaffSessions.WrongPasskey;
        }

        AccessLog.PasskeyAdded(logger, account.Id, had + 1);
        return passkey;
    }

    /// <param name="account">Whose.</param>
    /// <param name="id">Of the credential, in hexadecimal digits; another account's is as unknown as none.</param>
    public async Task<Outcome<UserPasskeyInfo>> RemoveAsync(StaffAccount account, string? id)
    {
        var had = await accounts.GetPasskeysAsync(account);
        if (had.FirstOrDefault(own => IdOf(own) == id) is not { } passkey || !(await accounts.RemovePasskeyAsync(account, passkey.CredentialId)).Succeeded)
        {
            return Unknown;
        }

        AccessLog.PasskeyRemoved(logger, account.Id, had.Count - 1);
        return passkey;
    }

    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);
}
