using Chiyoda.Bousai.Domain.Areas;
using Chiyoda.Bousai.Domain.Facilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class FacilitiesConfiguration : IEntityTypeConfiguration<CallList>, IEntityTypeConfiguration<FacilityCall>
{
    public void Configure(EntityTypeBuilder<CallList> builder)
    {
        builder.ToTable("facilities_call_lists");
        builder.Property(list => list.Id).ValueGeneratedNever();
        builder.Property(list => list.Subject).HasConversion<string>().HasMaxLength(16);
        builder.Property(list => list.Title).HasMaxLength(500);
        builder.Property(list => list.Grounds).AsJson();

        // Two people who press at once begin one round.
        builder.HasIndex(list => new { list.About, list.Round }).IsUnique();
        builder.HasIndex(list => list.MadeAt);
    }

    public void Configure(EntityTypeBuilder<FacilityCall> builder)
    {
        builder.ToTable("facilities_calls");
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Version).IsConcurrencyToken();
        builder.Property(call => call.FacilityId).HasMaxLength(120);
        builder.Property(call => call.Name).HasMaxLength(120);
        builder.Property(call => call.Kind).HasConversion<string>().HasMaxLength(32);
        builder.Property(call => call.Area).HasConversion(area => area.Value, text => new AreaCode(text)).HasMaxLength(32);
        builder.Property(call => call.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(call => call.NotedBy).HasMaxLength(200);
        builder.Property(call => call.Note).HasMaxLength(FacilityCall.MaxNote);
        builder.HasOne<CallList>().WithMany().HasForeignKey(call => call.ListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(call => new { call.ListId, call.FacilityId }).IsUnique();
    }
}
