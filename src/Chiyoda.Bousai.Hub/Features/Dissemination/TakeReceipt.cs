using Chiyoda.Bousai.Domain.Dissemination;
using Chiyoda.Bousai.Hub.Http;
using Chiyoda.Bousai.Hub.Http.OpenApi;
using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Dissemination.Push;
using Chiyoda.Bousai.Infrastructure.Dissemination.Receipts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chiyoda.Bousai.Hub.Features.Dissemination;

/// <summary>A device reports what it did with a message. The answer tells nothing about the token.</summary>
internal static class TakeReceipt
{
    public sealed record Request([property: Needed] string? Token, [property: Needed, Words("shown", "opened", "confirmed")] string? Event);

    public static Results<NoContent, ProblemHttpResult> Handle(Request request, PushSecrets secrets, ReceiptBook book)
    {
        if (string.IsNullOrEmpty(request.Token) || MarksOf(request.Event) is not { } marks)
        {
            return DisseminationRefusals.ReceiptMalformed.ToProblem();
        }

        if (secrets.Receipts.Read(request.Token) is { } place)
        {
            book.Note(place, marks);
        }

        return TypedResults.NoContent();
    }

    private static ReceiptMarks? MarksOf(string? reported) => reported switch
    {
        "shown" => ReceiptMarks.Shown,
        "opened" => ReceiptMarks.Opened,
        "confirmed" => ReceiptMarks.Confirmed,
        _ => null,
    };
}
