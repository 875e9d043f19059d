using System.Security.Claims;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Infrastructure.Dissemination;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>
/// The one way by which a person lets what is held go on, of every page and of the interface: it leaves the house then, so the person is asked
/// again as before a release.
/// </summary>
internal sealed class DispatchResumption(DispatchLedger ledger, StaffSessions sessions)
{
    /// <param name="decisionId">The decision, notice or relay whose dispatches are held.</param>
    /// <param name="user">The session.</param>
    /// <param name="via">Where the person is: web or api.</param>
    /// <param name="password">As typed now; not needed while an earlier one counts.</param>
    /// <param name="passkey">The answer of a passkey, in place of the password.</param>
    /// <param name="cancellationToken">Ends waiting for the database.</param>
    /// <returns>How many go on, or <c>access.step-up-needed</c>, <c>access.wrong-password</c>, <c>access.wrong-passkey</c>, <c>access.locked</c>,
    /// <c>dissemination.unknown-decision</c>, <c>dissemination.not-held</c>.</returns>
    public async Task<Outcome<int>> ResumeAsync(
        Guid decisionId, ClaimsPrincipal user, string via, string? password, string? passkey, CancellationToken cancellationToken) =>
        await sessions.AskAgainAsync(user, password, passkey) is { } again
            ? again
            : await ledger.ResumeAsync(decisionId, user.ToActor(via), cancellationToken);
}
