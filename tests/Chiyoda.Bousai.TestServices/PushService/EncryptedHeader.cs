namespace Chiyoda.Bousai.TestServices.PushService;

/// <summary>What stands before the first record of <c>aes128gcm</c>.</summary>
public sealed record EncryptedHeader(byte[] Salt, uint RecordSize, byte[] KeyId)
{
    public int Octets => Salt.Length + sizeof(uint) + 1 + KeyId.Length;
}
