namespace Chiyoda.Bousai.Hub.Http;

/// <summary>What every answer carries: nothing inline, nothing from elsewhere, no frames but our own in an exercise.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app, bool allowOwnFrames)
    {
        var ancestors = allowOwnFrames ? "'self'" : "'none'";
        var policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'none'; "
            + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
            + $"frame-src {ancestors}; frame-ancestors {ancestors}";
        app.Use((context, next) =>
        {
            // Set at the last moment: an error clears the headers that were there before it.
            context.Response.OnStarting(() =>
            {
                Set(context, policy, allowOwnFrames);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(HttpContext context, string policy, bool allowOwnFrames)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self)";
        headers.XFrameOptions = allowOwnFrames ? "SAMEORIGIN" : "DENY";

        // Staff and the public get different answers at one address: nothing on the way may keep them.
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }
}
