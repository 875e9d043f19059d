using Chiyoda.Bousai.Domain.Chronology;
using Chiyoda.Bousai.Infrastructure.Persistence.Chronology;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class ChronologyConfiguration :
    IEntityTypeConfiguration<ChronologyEntry>,
    IEntityTypeConfiguration<EntryPayload>,
    IEntityTypeConfiguration<SpineHead>
{
    public void Configure(EntityTypeBuilder<ChronologyEntry> builder)
    {
        builder.ToTable("chronology");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Kind).HasMaxLength(64);
        builder.Property(entry => entry.Role).HasMaxLength(32);
        builder.Property(entry => entry.Via).HasMaxLength(64);
        builder.Property(entry => entry.Visibility).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(entry => entry.Header);
        builder.HasIndex(entry => new { entry.SubjectId, entry.Sequence });
        builder.HasIndex(entry => new { entry.Visibility, entry.Sequence });
    }

    public void Configure(EntityTypeBuilder<EntryPayload> builder)
    {
        builder.ToTable("entry_payloads");
        builder.HasKey(payload => payload.Sequence);
        builder.Property(payload => payload.Sequence).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SpineHead> builder)
    {
        builder.ToTable("spine_head");
        builder.HasKey(head => head.Id);
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.HasData(new { Id = SpineHead.OnlyId, Sequence = 0L, Hash = EntryHash.Genesis, RecordedAt = DateTimeOffset.UnixEpoch });
    }
}
