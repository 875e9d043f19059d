using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary>What the types say that the generator cannot see: instants and enumerations are text, lists of words are closed, what a request may leave out.</summary>
internal static class ApiSchemas
{
    /// <summary>How the types that are read from a caller begin.</summary>
    private const string Request = "Request";

    /// <summary>A type inside a use case carries its name: <c>DecideProposal.Request</c> is <c>DecideProposalRequest</c>.</summary>
    public static string? NameOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        var plain = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return name is not null && plain.DeclaringType is { } around ? around.Name.Replace("Feature", string.Empty, StringComparison.Ordinal) + name : name;
    }

    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(DateTimeOffset))
        {
            schema.Type = type == plain ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        }

        if (plain.IsEnum)
        {
            // Where it may be null, the member that holds it says so.
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. schema.Enum!.Where(word => word is not null)];
        }

        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(WordsAttribute), inherit: true) is [WordsAttribute { Words: var words }])
        {
            schema.Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word))];
        }

        var isRequest = plain.Name.StartsWith(Request, StringComparison.Ordinal);
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object && isRequest)
        {
            LeaveOutWhatMayBeLeftOut(schema, context.JsonTypeInfo);
        }

        // Unknown members are refused in requests alone: an answer may grow, and its readers ignore what they do not know.
        schema.AdditionalPropertiesAllowed = !isRequest;

        return Task.CompletedTask;
    }

    /// <summary>The generator takes every parameter of a constructor for required; a request may leave out what is nullable or has a default.</summary>
    private static void LeaveOutWhatMayBeLeftOut(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var isNeeded = property.AttributeProvider is { } provider
                && (provider.IsDefined(typeof(RequiredAttribute), inherit: true) || provider.IsDefined(typeof(NeededAttribute), inherit: true));
            if (!isNeeded && (property.IsSetNullable || property.AssociatedParameter?.HasDefaultValue == true))
            {
                schema.Required?.Remove(property.Name);
            }
        }
    }

    /// <summary>At the end, when every schema has its name: what a request needs is never null.</summary>
    public static void FinishRequests(OpenApiDocument document)
    {
        foreach (var schema in document.Components!.Schemas!.Where(schema => schema.Key.Contains(Request, StringComparison.Ordinal)).Select(schema => schema.Value))
        {
            foreach (var needed in schema.Required?.ToList() ?? [])
            {
                schema.Properties![needed] = WithoutNull(schema.Properties[needed]);
            }
        }
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema own)
        {
            own.Type &= ~JsonSchemaType.Null;
        }

        return schema.OneOf is { Count: 2 } either ? either.First(one => one is OpenApiSchemaReference) : schema;
    }
}
