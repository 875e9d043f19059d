namespace Chiyoda.Bousai.Domain.Warnings;

/// <summary>An area as the issuer names it. The same digits mean different things in different code sets.</summary>
/// <param name="CodeSet">The issuer's code set (Areas@codeType), for example 気象・地震・火山情報／市町村等 or 指定河川洪水予報（予報区域）.</param>
/// <param name="Code">The code, as it came.</param>
/// <param name="Name">The name, as it came.</param>
public sealed record WarningArea(string CodeSet, string Code, string Name);
