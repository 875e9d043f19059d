using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Features.Feeds;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary>What holds for the whole document: its title, the ways to be let in, the form of a problem, and an order that does not depend on the order of mapping.</summary>
internal static class ApiPreface
{
    public const string Session = "session";

    public const string FeedKey = "feedKey";

    public const string Problem = "Problem";

    public static Task WriteAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Chiyoda.Bousai",
            Version = "1",
            Description = """
                Disaster information hub. Instants are RFC 3339 with an offset, written at +09:00; one without an offset is refused.
                Enumerations are closed: unknown members are refused in requests, and clients ignore members that they do not know.
                Errors are problems (RFC 9457) with a stable `code`. A step on a proposal or an order names the version that it was
                decided on; a repeated or late one is answered 409 and changes nothing. Levels 1–5 are 警戒レベル.
                """,
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [FeedKey] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = PostTelegram.KeyHeader,
                Description = "The key of a receiver program; a file of the deployment.",
            },
            [Session] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = AccessFeature.SessionCookie,
                Description = "Session of a member of staff, from signIn. Releaser includes Recorder includes Viewer.",
            },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas.Add(Problem, ProblemSchema());
        ApiSchemas.FinishRequests(document);
        document.Components.Schemas = Sorted(document.Components.Schemas);
        document.Components.Responses = Sorted(document.Components.Responses!);
        document.Tags = document.Tags!.OrderBy(tag => tag.Name, StringComparer.Ordinal).ToHashSet();
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            paths.Add(path, item);
        }

        document.Paths = paths;
        return Task.CompletedTask;
    }

    private static Dictionary<string, T> Sorted<T>(IDictionary<string, T> named) => new(named.OrderBy(each => each.Key, StringComparer.Ordinal));

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457.",
        Required = new HashSet<string> { "type", "title", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A URI that names the status."),
            ["title"] = Text("The status in words."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The HTTP status." },
            ["detail"] = Text("One Japanese sentence for the person in front of the screen, with what to do next."),
            ["code"] = Text("Stable; a program decides by this alone."),
            ["traceId"] = Text("Names the request in the hub's traces.", orNull: true),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong with which member of the request.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["confirm"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Description = "What the caller has to confirm before the same request is accepted.",
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        },
    };

    private static OpenApiSchema Text(string description, bool orNull = false) => new()
    {
        Type = orNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String,
        Description = description,
    };
}
