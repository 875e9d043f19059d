using Chiyoda.Bousai.Domain.Common;

namespace Chiyoda.Bousai.Telegrams.Cap.Xml;

/// <summary>Carries the refusal of a rule out of the depth of a document to the reader, which answers with it.</summary>
internal sealed class CapRefusedException : Exception
{
    public CapRefusedException(Refusal refusal)
        : base(refusal.Code) => Refusal = refusal;

    public Refusal Refusal { get; }
}
