using Chiyoda.Bousai.Domain.Notices;
using Xunit;

namespace Chiyoda.Bousai.Domain.Tests.Notices;

/// <summary>Who chose nothing hears what is urgent; who chose, hears that.</summary>
public sealed class WantingNoticesTests
{
    [Theory]
    [InlineData(NoticeCategory.ShelterOpening, true)]
    [InlineData(NoticeCategory.VoluntaryShelter, true)]
    [InlineData(NoticeCategory.StayWhereYouAre, true)]
    [InlineData(NoticeCategory.Caution, true)]
    [InlineData(NoticeCategory.Transport, false)]
    [InlineData(NoticeCategory.Utilities, false)]
    [InlineData(NoticeCategory.RumourDenial, false)]
    [InlineData(NoticeCategory.Exercise, false)]
    [InlineData(NoticeCategory.General, false)]
    public void NothingChosen_IsWhatIsUrgent(NoticeCategory category, bool wanted)
    {
        Assert.Equal(wanted, NoticeWishes.Want([], category));
        Assert.True(NoticeWishes.Want(["all"], category));
        Assert.False(NoticeWishes.Want(["none"], category));
        Assert.False(NoticeWishes.Want(["none", "all"], category));
        Assert.True(NoticeWishes.Want([NoticeWishes.WordOf(category)], category));
        Assert.NotEmpty(category.Word());
    }

    [Fact]
    public void OneCategory_IsThatOne() => Assert.False(NoticeWishes.Want(["utilities"], NoticeCategory.ShelterOpening));

    [Theory]
    [InlineData("none", true)]
    [InlineData("all", true)]
    [InlineData("rumourDenial", true)]
    [InlineData("RumourDenial", false)]
    [InlineData("orders", false)]
    public void Words_AreAClosedList(string word, bool isKnown) => Assert.Equal(isKnown, NoticeWishes.IsKnown(word));
}
