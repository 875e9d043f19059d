namespace Chiyoda.Bousai.TestServices;

/// <summary>
/// What a test needs and a machine may lack. On a developer's machine the test is skipped with the reason; where
/// <c>BOUSAI_REQUIRE_SERVICES=1</c> is set, as in CI, lacking it is a failure.
/// </summary>
public static class RequiredServices
{
    /// <summary>Passes the reason on to the test's skip, or fails where nothing may be skipped.</summary>
    /// <param name="missing">What is missing and how to get it; <c>null</c> when all is there.</param>
    /// <exception cref="InvalidOperationException">Something is missing where nothing may be.</exception>
    public static string? SkipReason(string? missing)
    {
        if (missing is not null && Environment.GetEnvironmentVariable("BOUSAI_REQUIRE_SERVICES") == "1")
        {
            throw new InvalidOperationException($"BOUSAI_REQUIRE_SERVICES=1, and {missing}");
        }

        return missing;
    }
}
