using Chiyoda.Bousai.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class NoticesConfiguration : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeEdition>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices_published");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Version).IsConcurrencyToken();
        builder.Property(notice => notice.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(notice => notice.Content).AsJson();
        builder.Property(notice => notice.Reason).HasMaxLength(200);
        builder.HasIndex(notice => notice.ValidUntil);
    }

    public void Configure(EntityTypeBuilder<NoticeEdition> builder)
    {
        // Two different persons (design rule 2), even if a rule in code were wrong; and nothing is out that nobody let out.
        builder.ToTable("notices_editions", table =>
        {
            table.HasCheckConstraint(
                "ck_notice_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR (\"SubmitterId\" IS NOT NULL AND \"ReleaserId\" <> \"SubmitterId\")");
            table.HasCheckConstraint("ck_notice_released_by_somebody", "\"State\" <> 'Released' OR \"ReleaserId\" IS NOT NULL");
        });
        builder.Property(edition => edition.Id).ValueGeneratedNever();
        builder.Property(edition => edition.Version).IsConcurrencyToken();
        builder.Property(edition => edition.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(edition => edition.Act).HasConversion<string>().HasMaxLength(16);
        builder.Property(edition => edition.Content).AsJson();
        builder.Property(edition => edition.Told).AsJson();
        builder.Property(edition => edition.Confirmed).AsJson();
        builder.Property(edition => edition.Grounds).AsJson();
        builder.Property(edition => edition.Reason).HasMaxLength(200);
        builder.Property(edition => edition.ConfirmedWords).HasMaxLength(1000);
        builder.Property(edition => edition.Note).HasMaxLength(1000);
        builder.Ignore(edition => edition.IsOpen);
        builder.Ignore(edition => edition.IsProposed);
        builder.HasIndex(edition => edition.State);
        builder.HasIndex(edition => edition.NoticeId, "ix_notices_one_on_its_way").IsUnique().HasFilter("\"State\" IN ('Draft', 'Submitted', 'Returned')");
        builder.HasIndex(edition => edition.NoticeId, "ix_notices_one_issue").IsUnique().HasFilter("\"Act\" = 'Issue'");
    }
}
