using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Chiyoda.Bousai.Hub.Pages.Hq;

/// <summary>One's own passkeys: list, add after the password, remove.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class AccountModel(UserManager<StaffAccount> accounts, StaffSessions sessions, StaffPasskeys passkeys) : HqPage
{
    private const string Here = "~/hq/account";

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    /// <summary>Whether the password was given lately enough for a new passkey.</summary>
    public bool MayAdd => sessions.IsPasswordFresh(User);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostPasswordAsync(string? password) => TakeAsync<StaffAccount>(
        "password", Frame.IsStaff,
        async () => await sessions.AskPasswordAsync(User, HqText.Cut(password, 200)) is { } wrong ? wrong : await OwnAsync(),
        _ => (Here, "本人を確かめました。5分以内に登録してください。"),
        ShowAsync);

    public Task<IActionResult> OnPostAddPasskeyAsync(string? name, string? passkey) => TakeAsync(
        "add", Frame.IsStaff,
        async () => MayAdd ? await passkeys.AddAsync(await OwnAsync(), name, passkey) : StaffSessions.PasswordNeeded,
        _ => (Here, "パスキーを登録しました。"),
        ShowAsync);

    public Task<IActionResult> OnPostRemovePasskeyAsync(string? id) => TakeAsync(
        "remove", Frame.IsStaff,
        async () => await passkeys.RemoveAsync(await OwnAsync(), id),
        _ => (Here, "パスキーを削除しました。端末に残っているものは、もう使えません。"),
        ShowAsync);

    private async Task<StaffAccount> OwnAsync() =>
        await accounts.GetUserAsync(User) ?? throw new InvalidOperationException("A session without an account passed its policy.");

    private async Task<IActionResult> ShowAsync()
    {
        Passkeys = [.. (await accounts.GetPasskeysAsync(await OwnAsync())).OrderBy(passkey => passkey.CreatedAt)];
        return Page();
    }
}
