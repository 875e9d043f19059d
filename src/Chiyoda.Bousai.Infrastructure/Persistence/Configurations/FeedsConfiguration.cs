using Chiyoda.Bousai.Infrastructure.Feeds;
using Chiyoda.Bousai.Infrastructure.Warnings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class FeedsConfiguration :
    IEntityTypeConfiguration<StoredTelegram>,
    IEntityTypeConfiguration<SourceContact>,
    IEntityTypeConfiguration<PolledAddress>,
    IEntityTypeConfiguration<FeedEntry>,
    IEntityTypeConfiguration<GaugeReading>,
    IEntityTypeConfiguration<UnconfirmedReport>,
    IEntityTypeConfiguration<ForeignAlert>,
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
        builder.Ignore(source => source.IsComplete);

        // Two nodes that see the same silence write it down once.
        builder.Property(source => source.NotedSilentFrom).IsConcurrencyToken();
        builder.Property(source => source.NotedBackFrom).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<PolledAddress> builder)
    {
        builder.ToTable("feeds_polls");
        builder.Property(poll => poll.Id).HasMaxLength(128);
        builder.Property(poll => poll.SourceId).HasMaxLength(64);
        builder.Property(poll => poll.ETag).HasMaxLength(256);
        builder.Property(poll => poll.LastModified).HasMaxLength(64);
        builder.Property(poll => poll.Error).HasMaxLength(64);
        builder.Property(poll => poll.Refusal).HasMaxLength(64);
        builder.Ignore(poll => poll.PausesUntil);
    }

    public void Configure(EntityTypeBuilder<FeedEntry> builder)
    {
        builder.ToTable("feeds_entries");
        builder.HasKey(entry => entry.Key);
        builder.Property(entry => entry.Key).HasMaxLength(64);
        builder.Property(entry => entry.Url).HasMaxLength(2048);
        builder.Property(entry => entry.List).HasMaxLength(128);
        builder.Property(entry => entry.Refusal).HasMaxLength(64);
        builder.HasIndex(entry => entry.EndedAt);
    }

    public void Configure(EntityTypeBuilder<GaugeReading> builder)
    {
        builder.ToTable("feeds_gauge_readings");
        builder.HasKey(reading => new { reading.StationId, reading.ObservedAt });
        builder.Property(reading => reading.StationId).HasMaxLength(64);
        builder.Property(reading => reading.Name).HasMaxLength(128);
        builder.Property(reading => reading.Condition).HasMaxLength(64);
        builder.HasIndex(reading => reading.ObservedAt);
    }

    public void Configure(EntityTypeBuilder<UnconfirmedReport> builder)
    {
        builder.ToTable("feeds_unconfirmed");
        builder.Property(report => report.Id).HasMaxLength(64);
        builder.Property(report => report.SourceId).HasMaxLength(64);
        builder.HasIndex(report => report.OccurredAt);
    }

    public void Configure(EntityTypeBuilder<ForeignAlert> builder)
    {
        builder.ToTable("feeds_foreign_alerts");
        builder.HasKey(alert => alert.Key);
        builder.Property(alert => alert.Key).HasMaxLength(64);
        builder.Property(alert => alert.SourceId).HasMaxLength(64);
        builder.Property(alert => alert.List).HasMaxLength(128);
        builder.Property(alert => alert.Summary).AsJson();
        builder.HasIndex(alert => alert.SentAt);
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
