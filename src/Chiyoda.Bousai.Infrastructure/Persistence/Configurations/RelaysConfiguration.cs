using Chiyoda.Bousai.Domain.Relays;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class RelaysConfiguration : IEntityTypeConfiguration<StandingRule>, IEntityTypeConfiguration<Relay>
{
    public void Configure(EntityTypeBuilder<StandingRule> builder)
    {
        // Two different persons (design rule 2), even if a rule in code were wrong; and one version of a rule that tells, one on its way.
        builder.ToTable("relays_standing_rules", table => table.HasCheckConstraint(
            "ck_relay_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR \"ReleaserId\" <> \"SubmitterId\""));
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Version).IsConcurrencyToken();
        builder.Property(rule => rule.RuleId).HasMaxLength(64);
        builder.Property(rule => rule.Hash).HasMaxLength(64);
        builder.Property(rule => rule.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(rule => rule.Rule).AsJson();
        builder.Property(rule => rule.Decision).AsJson();
        builder.Property(rule => rule.Note).HasMaxLength(1000);
        builder.Ignore(rule => rule.MayTell);
        builder.HasIndex(rule => rule.RuleId, "ix_relays_one_released").IsUnique().HasFilter("\"State\" = 'Released'");
        builder.HasIndex(rule => rule.RuleId, "ix_relays_one_on_its_way").IsUnique().HasFilter("\"State\" IN ('Submitted', 'Decided')");
    }

    public void Configure(EntityTypeBuilder<Relay> builder)
    {
        builder.ToTable("relays_told");
        builder.Property(relay => relay.Id).ValueGeneratedNever();
        builder.Property(relay => relay.Version).IsConcurrencyToken();
        builder.Property(relay => relay.RuleId).HasMaxLength(64);
        builder.Property(relay => relay.Event).HasMaxLength(256);
        builder.Property(relay => relay.Change).HasConversion<string>().HasMaxLength(16);
        builder.Property(relay => relay.State).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<StandingRule>().WithMany().HasForeignKey(relay => relay.StandingRuleId).OnDelete(DeleteBehavior.Restrict);

        // The effect key (design rule 12), over all versions of a rule: two nodes that judge the same change make the same number.
        builder.HasIndex(relay => new { relay.RuleId, relay.Event, relay.Number }).IsUnique();
        builder.HasIndex(relay => relay.State);
    }
}
