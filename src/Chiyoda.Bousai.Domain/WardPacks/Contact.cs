namespace Chiyoda.Bousai.Domain.WardPacks;

/// <summary>Where the public reaches the ward.</summary>
/// <param name="Office">The office, in Japanese.</param>
/// <param name="Telephone">Telephone; <see langword="null"/> when none is published.</param>
/// <param name="Address">Address, in Japanese; <see langword="null"/> when none.</param>
public sealed record Contact(string Office, string? Telephone, string? Address);
