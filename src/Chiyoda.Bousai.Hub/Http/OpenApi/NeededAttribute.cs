namespace Chiyoda.Bousai.Hub.Http.OpenApi;

/// <summary>A member that a request needs though its type allows null: the use case refuses a lack by a code of its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeededAttribute : Attribute;
