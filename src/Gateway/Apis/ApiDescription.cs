using Grainline.Gateway.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Grainline.Gateway.Apis;

/// <summary>What the API's description says beyond its endpoints.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public const string Bearer = "session";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new()
        {
            Title = "Grainline",
            Version = "1",
            Description = "Errors are application/problem+json with the member code; docs/errors.md lists the codes. Conversations themselves run over the sockets /hubs/visitor and /hubs/agent.",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        return Task.CompletedTask;
    }
}

/// <summary>Marks the operations that want a bearer token.</summary>
internal sealed class ApiSecurity : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsSession>().Any())
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(ApiDescription.Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
