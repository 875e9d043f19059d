using System.Security.Claims;
using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Makes accounts: for the command line and for an exercise.</summary>
internal sealed class AccountRegister(UserManager<StaffAccount> accounts, TimeProvider clock)
{
    /// <summary>Adds a log-in, for a new person unless one is named.</summary>
    /// <returns>What is wrong, in words; empty when it was added.</returns>
    public async Task<string> AddAsync(string login, string name, IReadOnlyList<string> roles, string password, Guid? person)
    {
        var unknown = roles.Except(StaffRole.All, StringComparer.Ordinal).ToList();
        if (roles.Count == 0 || unknown.Count > 0)
        {
            return $"unknown role {string.Join(", ", unknown)}; roles are {string.Join(", ", StaffRole.All)}";
        }

        var account = new StaffAccount
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserName = login,
            DisplayName = name,
            PersonId = person ?? Guid.CreateVersion7(clock.GetUtcNow()),
        };
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return string.Join("; ", made.Errors.Select(error => error.Description));
        }

        var given = await accounts.AddClaimsAsync(account, roles.Select(role => new Claim(ClaimTypes.Role, role)));
        return given.Succeeded ? string.Empty : string.Join("; ", given.Errors.Select(error => error.Description));
    }

    /// <summary>Gives an existing log-in a new password, and takes the passkeys of whoever used it before.</summary>
    public async Task<bool> TryResetAsync(string login, string password)
    {
        if (await accounts.FindByNameAsync(login) is not { } account)
        {
            return false;
        }

        foreach (var passkey in await accounts.GetPasskeysAsync(account))
        {
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        await accounts.RemovePasswordAsync(account);
        return (await accounts.AddPasswordAsync(account, password)).Succeeded;
    }
}
