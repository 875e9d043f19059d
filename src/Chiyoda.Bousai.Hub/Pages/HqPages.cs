using System.Text.Encodings.Web;
using System.Text.Unicode;
using Chiyoda.Bousai.Hub.Features.Access;
using Chiyoda.Bousai.Hub.Pages.Hq;
using Microsoft.Extensions.WebEncoders;

namespace Chiyoda.Bousai.Hub.Pages;

/// <summary>The pages of headquarters: closed but for those who read staff data, except where somebody signs in or out.</summary>
internal static class HqPages
{
    public static void AddHqPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.Conventions.AuthorizeFolder("/Hq", Policies.Viewer));

        services.AddSingleton<FacilityLetters>();
        services.AddScoped<MeasurePreviewer>();

        // Japanese stays Japanese in the source of a page; what has a meaning in HTML is encoded as ever.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}
