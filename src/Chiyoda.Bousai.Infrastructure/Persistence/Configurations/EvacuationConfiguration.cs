using Chiyoda.Bousai.Domain.Evacuation;
using Chiyoda.Bousai.Infrastructure.Evacuation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class EvacuationConfiguration :
    IEntityTypeConfiguration<Proposal>,
    IEntityTypeConfiguration<Order>,
    IEntityTypeConfiguration<AreaInForce>,
    IEntityTypeConfiguration<EvacuationTurn>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        // Two different persons (design rule 2), even if a rule in code were wrong; who breaks the glass is no releaser.
        builder.ToTable("evacuation_proposals", table => table.HasCheckConstraint(
            "ck_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR (\"SubmitterId\" IS NOT NULL AND \"ReleaserId\" <> \"SubmitterId\")"));
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.Property(proposal => proposal.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(proposal => proposal.Act).HasConversion<string>().HasMaxLength(16);
        builder.Property(proposal => proposal.Measure).AsJson();
        builder.Property(proposal => proposal.Evidence).AsJson();
        builder.Property(proposal => proposal.Decision).AsJson();
        // Rows of the version before have the empty list.
        builder.Property(proposal => proposal.Before).AsJson();
        builder.Property(proposal => proposal.Grounds).AsJson();
        builder.Property(proposal => proposal.AtDecision).AsJson();
        builder.Property(proposal => proposal.Attempts).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Property(proposal => proposal.Unreachable).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Property(proposal => proposal.Confirmed).AsJson().HasDefaultValueSql("'[]'").ValueGeneratedNever();
        builder.Property(proposal => proposal.ConfirmedWords).HasMaxLength(1000);
        builder.Property(proposal => proposal.BreakGlassReason).HasMaxLength(1000);
        builder.Ignore(proposal => proposal.IsBreakGlass);
        builder.Property(proposal => proposal.Note).HasMaxLength(1000);
        builder.HasIndex(proposal => proposal.State);
        builder.HasIndex(proposal => proposal.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("evacuation_orders");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Property(order => order.Version).IsConcurrencyToken();
        builder.Property(order => order.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(order => order.Measure).AsJson();
        builder.Ignore(order => order.IsInForce);
        builder.HasIndex(order => order.State);
        builder.HasIndex(order => order.EndedAt);
    }

    public void Configure(EntityTypeBuilder<AreaInForce> builder)
    {
        builder.ToTable("evacuation_areas_in_force");
        builder.HasKey(row => new { row.Hazard, row.Cause, row.Area });
        builder.Property(row => row.Hazard).HasConversion<string>().HasMaxLength(16);
        builder.Property(row => row.Cause).HasMaxLength(64);
        builder.Property(row => row.Area).HasMaxLength(32);
        builder.HasOne<Order>().WithMany().HasForeignKey(row => row.OrderId);
    }

    public void Configure(EntityTypeBuilder<EvacuationTurn> builder)
    {
        builder.ToTable("evacuation_turn");
        builder.Property(turn => turn.Id).ValueGeneratedNever();
        builder.Property(turn => turn.Version).IsConcurrencyToken();
        builder.HasData(new { Id = EvacuationTurn.OnlyId, Version = 0L });
    }
}
