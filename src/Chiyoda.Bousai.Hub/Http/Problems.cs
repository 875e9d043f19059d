using System.Diagnostics;
using System.Text.Json;
using Chiyoda.Bousai.Domain.Common;
using Chiyoda.Bousai.Infrastructure.Persistence;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Http;

/// <summary>The one place where refusals and faults become problems (RFC 9457).</summary>
internal static class Problems
{
    private static readonly Refusal Stale = new(
        RefusalKind.Conflict, "hub.stale-version", "ほかの人が先に更新しました。最新の内容を確かめてから、もう一度行ってください。");

    private static readonly Refusal BadRequest = new(
        RefusalKind.Invalid, "hub.bad-request", "送られた内容を読み取れません。項目の名前と形を確かめてください。");

    public static ProblemHttpResult ToProblem(this Refusal refusal)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = refusal.Code, ["traceId"] = Activity.Current?.Id };
        if (refusal.Confirmations.Count > 0)
        {
            extensions["confirm"] = refusal.Confirmations;
        }

        return TypedResults.Problem(refusal.Message, statusCode: StatusOf(refusal.Kind), extensions: extensions);
    }

    /// <summary>What cannot be read is refused in the same form as everything else.</summary>
    public static void AddProblems(this IServiceCollection services)
    {
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
        {
            if (context.ProblemDetails.Status == StatusCodes.Status400BadRequest)
            {
                context.ProblemDetails.Extensions.TryAdd("code", BadRequest.Code);
                context.ProblemDetails.Detail ??= BadRequest.Message;
            }

            if (context.ProblemDetails is HttpValidationProblemDetails { Errors: var errors } problem)
            {
                // The validator names members as they are in code; the caller wrote them as they are on the wire.
                problem.Errors = errors.ToDictionary(
                    error => string.Join('.', error.Key.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)), error => error.Value, StringComparer.Ordinal);
            }
        });
    }

    /// <summary>Answers with a problem whatever was thrown, or refused by the framework without a word; what is not expected is logged by the framework as an error.</summary>
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = context => Conflicts.IsConflict(context.Exception) || context.Exception is BadHttpRequestException,
            ExceptionHandler = context => OfFault(context.Features.Get<IExceptionHandlerFeature>()?.Error).ExecuteAsync(context),
        });
        app.UseStatusCodePages(pages => pages.HttpContext.Request.Path.StartsWithSegments("/hq", StringComparison.OrdinalIgnoreCase)
            ? Task.CompletedTask
            : OfStatus(pages.HttpContext.Response.StatusCode)?.ExecuteAsync(pages.HttpContext) ?? Task.CompletedTask);
    }

    private static ProblemHttpResult OfFault(Exception? thrown) => thrown switch
    {
        { } conflict when Conflicts.IsConflict(conflict) => Stale.ToProblem(),
        BadHttpRequestException refused => OfStatus(refused.StatusCode) ?? BadRequest.ToProblem(),
        { } fault when Conflicts.IsAway(fault) => Plain(503, "hub.database-away", "いま記録できません（データベースが応答しません）。何も送られていません。少し待ってから、もう一度行ってください。"),
        _ => Plain(500, "hub.fault", "処理できませんでした。記録は失われていません。もう一度行っても変わらないときは管理者に知らせてください。"),
    };

    /// <summary>What the framework refuses by a status alone.</summary>
    private static ProblemHttpResult? OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => BadRequest.ToProblem(),
        StatusCodes.Status404NotFound => Plain(404, "hub.not-found", "その場所はありません。アドレスを確かめてください。"),
        StatusCodes.Status405MethodNotAllowed => Plain(405, "hub.wrong-method", "この場所ではその操作はできません。Allow にある方法を使ってください。"),
        StatusCodes.Status413PayloadTooLarge => Plain(413, "hub.too-large", "送られた内容が大きすぎます。"),
        StatusCodes.Status415UnsupportedMediaType => Plain(415, "hub.not-json", "送る内容は application/json にしてください。"),
        _ => null,
    };

    public static ProblemHttpResult Plain(int status, string code, string message) => TypedResults.Problem(
        message,
        statusCode: status,

        // The framework knows type and title of every status that we answer but this one (RFC 6585).
        type: status == StatusCodes.Status429TooManyRequests ? "https://tools.ietf.org/html/rfc6585#section-4" : null,
        title: status == StatusCodes.Status429TooManyRequests ? "Too Many Requests" : null,
        extensions: new Dictionary<string, object?> { ["code"] = code, ["traceId"] = Activity.Current?.Id });

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };
}
