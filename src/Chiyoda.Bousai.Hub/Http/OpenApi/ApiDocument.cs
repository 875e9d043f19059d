using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary><c>/openapi/v1.json</c>: what programs may ask of this hub. Made from the mapped routes when it is first asked for, then kept.</summary>
internal sealed class ApiDocument(IServiceProvider services)
{
    private const string Version = "v1";

    private readonly Lazy<Task<byte[]>> _octets = new(() => WriteAsync(services));

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<ApiDocument>();
        services.AddOpenApi(Version, document =>
        {
            document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            document.ShouldInclude = route => !HttpMethods.IsHead(route.HttpMethod!);
            document.CreateSchemaReferenceId = ApiSchemas.NameOf;
            document.AddSchemaTransformer(ApiSchemas.Complete);
            document.AddOperationTransformer(ApiOperations.CompleteAsync);
            document.AddDocumentTransformer(ApiPreface.WriteAsync);
        });
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"/openapi/{Version}.json", ServeAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<FileContentHttpResult> ServeAsync(ApiDocument document, HttpContext context)
    {
        var octets = await document._octets.Value;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.File(octets, "application/json", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(octets))[..16]}\""));
    }

    private static async Task<byte[]> WriteAsync(IServiceProvider services)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Version).GetOpenApiDocumentAsync();
        return Encoding.UTF8.GetBytes((await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)).ReplaceLineEndings("\n") + "\n");
    }
}
