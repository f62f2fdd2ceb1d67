using Grainline.Journal.ReadModels.Search;

namespace Grainline.Journal.Postgres.ReadModels.Search;

/// <summary>A word of a tenant's tickets or conversations.</summary>
internal readonly record struct SearchWord(long Tenant, SearchKind Kind, string Text);
