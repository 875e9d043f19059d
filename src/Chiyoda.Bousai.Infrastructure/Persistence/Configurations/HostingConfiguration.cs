using Chiyoda.Bousai.Infrastructure.Hosting;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class HostingConfiguration :
    IEntityTypeConfiguration<DeploymentStamp>,
    IEntityTypeConfiguration<HubNode>,
    IEntityTypeConfiguration<HubSecret>,
    IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DeploymentStamp> builder)
    {
        builder.ToTable("hosting_stamp");
        builder.Property(stamp => stamp.Id).ValueGeneratedNever();
        builder.Property(stamp => stamp.Mode).HasConversion<string>().HasMaxLength(16);
    }

    public void Configure(EntityTypeBuilder<HubNode> builder)
    {
        builder.ToTable("hosting_nodes");
        builder.Property(node => node.Id).ValueGeneratedNever();
        builder.Property(node => node.Name).HasMaxLength(64);
        builder.Property(node => node.Roles).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<HubSecret> builder)
    {
        builder.ToTable("hosting_secrets");
        builder.HasKey(secret => secret.Name);
        builder.Property(secret => secret.Name).HasMaxLength(32);
        builder.Property(secret => secret.Value).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("hosting_protection_keys");
}
