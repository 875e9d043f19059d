using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Warnings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class FeedsConfiguration :
    IEntityTypeConfiguration<StoredTelegram>,
    IEntityTypeConfiguration<SourceContact>,
    IEntityTypeConfiguration<StoredStatement>,
    IEntityTypeConfiguration<WarningStream>
{
    public void Configure(EntityTypeBuilder<StoredTelegram> builder)
    {
        builder.ToTable("feeds_telegrams");
        builder.Property(telegram => telegram.Id).ValueGeneratedNever();
        builder.Property(telegram => telegram.Source).HasMaxLength(32);
        builder.Property(telegram => telegram.OriginalSha256).HasMaxLength(64);
        builder.Property(telegram => telegram.Outcome).HasConversion<string>().HasMaxLength(16);
        builder.Property(telegram => telegram.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(telegram => telegram.InfoType).HasConversion<string>().HasMaxLength(16);
        builder.Property(telegram => telegram.RefusalCode).HasMaxLength(64);
        builder.Property(telegram => telegram.Notices).AsJson();
        builder.Ignore(telegram => telegram.IsAhead);
        builder.HasIndex(telegram => new { telegram.Sha256, telegram.Length }).IsUnique();
        builder.HasIndex(telegram => telegram.Outcome);
        builder.HasIndex(telegram => telegram.ReceivedAt);
    }

    public void Configure(EntityTypeBuilder<SourceContact> builder)
    {
        builder.ToTable("feeds_sources");
        builder.HasKey(source => source.SourceId);
        builder.Property(source => source.SourceId).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<StoredStatement> builder)
    {
        builder.ToTable("warnings_statements");
        builder.HasKey(statement => new { statement.TelegramId, statement.Stream });
        builder.Property(statement => statement.Stream).HasMaxLength(200);
        builder.Property(statement => statement.Statement).AsJson();
        builder.HasIndex(statement => new { statement.Stream, statement.ReportedAt });
    }

    public void Configure(EntityTypeBuilder<WarningStream> builder)
    {
        builder.ToTable("warnings_streams");
        builder.HasKey(stream => stream.Key);
        builder.Property(stream => stream.Key).HasMaxLength(200);
        builder.Property(stream => stream.Family).HasMaxLength(16);
        builder.Property(stream => stream.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(stream => stream.Version).IsConcurrencyToken();
        builder.Property(stream => stream.InForce).AsJson();
    }
}
