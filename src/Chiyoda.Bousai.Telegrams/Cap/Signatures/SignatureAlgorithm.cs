using System.Security.Cryptography;

namespace Chiyoda.Bousai.Telegrams.Cap.Signatures;

/// <summary>How a signature value was made.</summary>
/// <param name="Hash">Digest of what was signed.</param>
/// <param name="Padding">Padding of RSA; <see langword="null"/> for ECDSA.</param>
internal sealed record SignatureAlgorithm(HashAlgorithmName Hash, RSASignaturePadding? Padding);
