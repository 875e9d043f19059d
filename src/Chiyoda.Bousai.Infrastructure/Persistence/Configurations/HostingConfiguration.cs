using Chiyoda.Bousai.Infrastructure.Hosting;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class HostingConfiguration : IEntityTypeConfiguration<DeploymentStamp>, IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DeploymentStamp> builder)
    {
        builder.ToTable("hosting_stamp");
        builder.Property(stamp => stamp.Id).ValueGeneratedNever();
        builder.Property(stamp => stamp.Mode).HasConversion<string>().HasMaxLength(16);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("hosting_protection_keys");
}
