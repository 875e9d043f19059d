using Chiyoda.Bousai.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class IncidentsConfiguration : IEntityTypeConfiguration<Incident>, IEntityTypeConfiguration<ActivationSuggestion>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incidents_incidents");
        builder.Property(incident => incident.Id).ValueGeneratedNever();
        builder.Property(incident => incident.Version).IsConcurrencyToken();
        builder.Property(incident => incident.Name).HasMaxLength(Incident.MaxName);
        builder.Property(incident => incident.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(incident => incident.Activation).AsJson();

        // Two people who set headquarters up at the same moment set up one.
        builder.HasIndex(incident => incident.State, "ix_incidents_one_active").IsUnique().HasFilter("\"State\" = 'Active'");
    }

    public void Configure(EntityTypeBuilder<ActivationSuggestion> builder)
    {
        builder.ToTable("incidents_suggestions");
        builder.Property(suggestion => suggestion.Id).ValueGeneratedNever();
        builder.Property(suggestion => suggestion.Version).IsConcurrencyToken();
        builder.Property(suggestion => suggestion.RuleId).HasMaxLength(64);
        builder.Property(suggestion => suggestion.PostureId).HasMaxLength(64);
        builder.Property(suggestion => suggestion.PostureName).HasMaxLength(100);
        builder.Property(suggestion => suggestion.Basis).HasMaxLength(1000);
        builder.Property(suggestion => suggestion.Observed).HasMaxLength(ActivationSuggestion.MaxObserved);
        builder.Property(suggestion => suggestion.Note).HasMaxLength(Incident.MaxReason);
        builder.Property(suggestion => suggestion.State).HasConversion<string>().HasMaxLength(16);
        builder.HasIndex(suggestion => new { suggestion.State, suggestion.CreatedAt });
    }
}
