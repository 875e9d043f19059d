using System.Security.Claims;
using Chiyoda.Bousai.Infrastructure.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Puts the person behind the log-in into the session.</summary>
internal sealed class StaffClaims(UserManager<StaffAccount> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<StaffAccount>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(StaffAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Policies.PersonClaim, user.PersonId.ToString("D")));
        identity.AddClaim(new Claim(Policies.NameClaim, user.DisplayName));
        return identity;
    }
}
