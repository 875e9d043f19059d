namespace Chiyoda.Bousai.WebPush;

/// <summary>A host turned out, at the moment of connecting, to be one we do not connect to.</summary>
internal sealed class EndpointRefusedException(EndpointRefusal refusal)
    : IOException($"The endpoint's address is refused: {refusal}.")
{
    public EndpointRefusal Refusal { get; } = refusal;
}
