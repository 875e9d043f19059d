using Chiyoda.Bousai.Domain.Areas;
using Microsoft.AspNetCore.Components;

namespace Chiyoda.Bousai.Hub.Features.Portal.Components;

/// <summary>A static part of a public page. It has no state and no events: what it shows is in the context and its parameters.</summary>
public abstract class PortalComponent : ComponentBase
{
    private static readonly char[] Marks = [Borrowed.Begin, Borrowed.End];

    [CascadingParameter]
    public required PortalContext Context { get; set; }

    protected PortalView View => Context.View;

    protected PortalWords Words => Context.Words;

    /// <summary>A text of the page's language, with ruby where it carries readings; always escaped.</summary>
    protected RenderFragment T(string text) => Words.BorrowsFrom is { } lender && text.Contains(Borrowed.Begin, StringComparison.Ordinal)
        ? Lent(text, lender)
        : Text(text, Context.Language);

    /// <summary>A text of which parts are in another language: each says so, the outermost for what it holds.</summary>
    private static RenderFragment Lent(string text, string lender) => builder =>
    {
        var depth = 0;
        foreach (var piece in Pieces(text))
        {
            if (piece[0] == Borrowed.Begin)
            {
                if (depth++ == 0)
                {
                    builder.OpenElement(0, "span");
                    builder.AddAttribute(1, "lang", lender);
                }
            }
            else if (piece[0] == Borrowed.End)
            {
                if (--depth == 0)
                {
                    builder.CloseElement();
                }
            }
            else
            {
                builder.AddContent(2, piece);
            }
        }
    };

    private static IEnumerable<string> Pieces(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var mark = text.IndexOfAny(Marks, at);
            var end = mark == at ? at + 1 : mark < 0 ? text.Length : mark;
            yield return text[at..end];
            at = end;
        }
    }

    /// <summary>A text of another language, with ruby where it carries readings; always escaped.</summary>
    protected static RenderFragment Text(string text, string language) => builder =>
    {
        foreach (var piece in Reading.Split(text, language))
        {
            if (piece.Above is null)
            {
                builder.AddContent(0, piece.Text);
                continue;
            }

            builder.OpenElement(1, "ruby");
            builder.AddContent(2, piece.Text);
            builder.OpenElement(3, "rt");
            builder.AddContent(4, piece.Above);
            builder.CloseElement();
            builder.CloseElement();
        }
    };

    /// <summary>A space that the compiler does not trim: without style too, two statements never run together.</summary>
    protected const string Gap = "\u3000";

    /// <summary>A name of the pack: marked as Japanese where the page's language has none of it.</summary>
    protected RenderFragment NameOf(LocalizedText name) => builder =>
    {
        if (Context.IsTranslated(name))
        {
            builder.AddContent(0, T(name.In(Context.Language)));
            return;
        }

        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "lang", LocalizedText.Japanese);
        builder.AddContent(3, name.Ja);
        builder.CloseElement();
    };

    /// <summary>A text without its readings, for attributes and spoken sentences.</summary>
    protected string Plain(string text) => Reading.Plain(text, Context.Language);
}
