using System.Security.Claims;
using Chiyoda.Bousai.Domain.Access;
using Chiyoda.Bousai.Domain.Common;
using Microsoft.AspNetCore.Authorization;

namespace Chiyoda.Bousai.Hub.Features.Access;

/// <summary>Policies by the least role that passes. What names no policy is closed (deny by default).</summary>
internal static class Policies
{
    public const string Viewer = StaffRole.Viewer;

    public const string Recorder = StaffRole.Recorder;

    public const string Releaser = StaffRole.Releaser;

    /// <summary>Who reports of a shelter: its operators, and headquarters for them.</summary>
    public const string Shelters = "Shelters";

    public const string PersonClaim = "bousai:person";

    public const string NameClaim = "bousai:name";

    public static void Configure(AuthorizationOptions options)
    {
        foreach (var least in new[] { Viewer, Recorder, Releaser, Shelters })
        {
            options.AddPolicy(least, policy => policy.RequireRole(RolesOf(least)));
        }

        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    /// <summary>The roles that pass: the least one and those that include it.</summary>
    public static IReadOnlyList<string> RolesOf(string policy) => policy switch
    {
        Viewer => [StaffRole.Viewer, StaffRole.Recorder, StaffRole.Releaser],
        Recorder => [StaffRole.Recorder, StaffRole.Releaser],
        Releaser => [StaffRole.Releaser],
        Shelters => [StaffRole.ShelterOperator, StaffRole.Recorder, StaffRole.Releaser],
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "Not a policy."),
    };

    /// <summary>Whether this reader sees what headquarters sees.</summary>
    public static bool IsHeadquarters(ClaimsPrincipal user) =>
        user.IsInRole(StaffRole.Viewer) || user.IsInRole(StaffRole.Recorder) || user.IsInRole(StaffRole.Releaser);

    /// <summary>The signed-in person, in the strongest role that their account has for headquarters.</summary>
    public static Actor ToActor(this ClaimsPrincipal user, string via) => new(
        user.PersonId(),
        user.FindFirstValue(NameClaim) ?? string.Empty,
        new[] { StaffRole.Releaser, StaffRole.Recorder, StaffRole.Viewer, StaffRole.ShelterOperator, StaffRole.Administrator }
            .FirstOrDefault(user.IsInRole) ?? string.Empty,
        via);

    public static Guid PersonId(this ClaimsPrincipal user) => Guid.Parse(
        user.FindFirstValue(PersonClaim) ?? throw new InvalidOperationException("A session without a person passed its policy."));
}
