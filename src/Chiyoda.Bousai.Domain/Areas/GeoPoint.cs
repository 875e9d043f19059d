namespace Chiyoda.Bousai.Domain.Areas;

/// <summary>A point on the ground, WGS 84 / JGD2011 degrees. A distance in these units is a bug: project first.</summary>
/// <param name="Longitude">Degrees east, X.</param>
/// <param name="Latitude">Degrees north, Y.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude);
