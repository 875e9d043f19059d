using System.Globalization;
using System.Text.Json.Nodes;
using Chiyoda.Bousai.Hub.Features.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary>Writes who may and which problems may be answered, from what guards the route: its policy, its limit, its body.</summary>
internal static class ApiOperations
{
    public static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = new Route(
            context.Description.ActionDescriptor.EndpointMetadata,
            IsUnsafe: !HttpMethods.IsGet(context.Description.HttpMethod!),
            IsUnderApi: context.Description.RelativePath!.StartsWith("api/", StringComparison.Ordinal));
        operation.Security = [.. SecurityOf(route, context.Document!)];
        if (route.Policy is { } policy)
        {
            operation.Description = $"Roles: {string.Join(", ", Policies.RolesOf(policy))}.";
        }

        if (route.IsGuarded)
        {
            AddGuardHeader(operation, isRequired: route.Policy is not null);
        }

        foreach (var problems in ProblemsOf(route, operation).GroupBy(problem => problem.Status, problem => problem.Code))
        {
            var codes = problems.Distinct().Order(StringComparer.Ordinal).ToList();
            operation.Responses![problems.Key.ToString(CultureInfo.InvariantCulture)] = codes is [var one]
                ? Shared(one, context.Document!)
                : Answer(codes, context.Document!);
        }

        operation.Responses = Sorted(operation.Responses!);
        return Task.CompletedTask;
    }

    /// <summary>What the code of the route says itself, then what stands before the code of every route of its kind.</summary>
    private static IEnumerable<MayAnswer> ProblemsOf(Route route, OpenApiOperation operation)
    {
        foreach (var own in route.Metadata.OfType<MayAnswer>())
        {
            yield return own;
        }

        if (operation.RequestBody is { Content: { } content })
        {
            yield return new MayAnswer(413, "hub.too-large");
            if (content.ContainsKey("application/json"))
            {
                yield return new MayAnswer(400, "hub.bad-request");
                yield return new MayAnswer(415, "hub.not-json");
            }
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) == true)
        {
            yield return new MayAnswer(400, "hub.bad-request");
        }

        if (route.IsGuarded)
        {
            yield return new MayAnswer(400, "access.forgery-guard");
        }

        if (route.Policy is not null)
        {
            yield return new MayAnswer(401, "access.no-session");
            yield return new MayAnswer(403, "access.no-role");
        }

        if (route.IsUnsafe && route.Policy is not null)
        {
            yield return new MayAnswer(409, "hub.stale-version");
        }

        if (route.Metadata.OfType<EnableRateLimitingAttribute>().Any())
        {
            yield return new MayAnswer(429, "hub.too-many");
        }

        yield return new MayAnswer(500, "hub.fault");
        if (route.IsUnderApi)
        {
            yield return new MayAnswer(503, "hub.database-away");
        }
    }

    private static IEnumerable<OpenApiSecurityRequirement> SecurityOf(Route route, OpenApiDocument document)
    {
        OpenApiSecurityRequirement By(string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
        if (route.TakesFeedKey)
        {
            return [By(ApiPreface.FeedKey)];
        }

        return route.Policy is not null ? [By(ApiPreface.Session)]
            : route.Metadata.OfType<SessionShowsMore>().Any() ? [new OpenApiSecurityRequirement(), By(ApiPreface.Session)]
            : [];
    }

    private static void AddGuardHeader(OpenApiOperation operation, bool isRequired) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = RequestForgery.Header,
        In = ParameterLocation.Header,
        Required = isRequired,
        Description = "Needed wherever a session is sent: another site cannot send it for a browser.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(RequestForgery.Value)] },
    });

    /// <summary>What many routes answer alike is written once, under its code.</summary>
    private static OpenApiResponseReference Shared(string code, OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Responses ??= new Dictionary<string, IOpenApiResponse>();
        document.Components.Responses.TryAdd(code, Answer([code], document));
        return new OpenApiResponseReference(code, document);
    }

    private static OpenApiResponse Answer(IReadOnlyList<string> codes, OpenApiDocument document)
    {
        var schema = new OpenApiSchema
        {
            AllOf =
            [
                new OpenApiSchemaReference(ApiPreface.Problem, document),
                new OpenApiSchema
                {
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(code => (JsonNode)JsonValue.Create(code))] },
                    },
                },
            ],
        };
        return new OpenApiResponse
        {
            Description = string.Join(", ", codes.Select(code => $"`{code}`")),
            Headers = codes.Contains("hub.too-many")
                ? new Dictionary<string, IOpenApiHeader>
                {
                    ["Retry-After"] = new OpenApiHeader { Description = "Seconds.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
                }
                : null,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = schema } },
        };
    }

    private static OpenApiResponses Sorted(OpenApiResponses responses)
    {
        var sorted = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            sorted.Add(status, response);
        }

        return sorted;
    }

    /// <summary>A mapped route as its guards see it.</summary>
    /// <param name="Metadata">All that it carries.</param>
    /// <param name="IsUnsafe">Whether its verb may change something.</param>
    /// <param name="IsUnderApi">Whether it lies where answers come from the database.</param>
    private sealed record Route(IList<object> Metadata, bool IsUnsafe, bool IsUnderApi)
    {
        /// <summary>The policy, or <see langword="null"/> for everybody.</summary>
        public string? Policy { get; } = Metadata.OfType<IAllowAnonymous>().Any() ? null : Metadata.OfType<IAuthorizeData>().Last().Policy;

        public bool TakesFeedKey => Metadata.OfType<NeedsFeedKey>().Any();

        /// <summary>Whether a browser with a session could be made to call it by another site.</summary>
        public bool IsGuarded => IsUnsafe && !TakesFeedKey;
    }
}
