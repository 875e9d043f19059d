using Chiyoda.Bousai.Domain.Shelters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class SheltersConfiguration : IEntityTypeConfiguration<ShelterStatus>
{
    public void Configure(EntityTypeBuilder<ShelterStatus> builder)
    {
        builder.ToTable("shelters_statuses");
        builder.HasKey(status => status.ShelterId);
        builder.Property(status => status.ShelterId).HasMaxLength(64);
        builder.Property(status => status.Version).IsConcurrencyToken();
        builder.Property(status => status.State).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(status => status.Report);
    }
}
