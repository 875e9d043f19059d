using Chiyoda.Bousai.Infrastructure.Dissemination;
using Chiyoda.Bousai.Infrastructure.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class DisseminationConfiguration :
    IEntityTypeConfiguration<Subscription>,
    IEntityTypeConfiguration<Dispatch>,
    IEntityTypeConfiguration<DispatchPage>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasKey(subscription => subscription.Key);
        builder.Property(subscription => subscription.Key).ValueGeneratedOnAdd();
        builder.HasIndex(subscription => subscription.Id).IsUnique();
        builder.HasIndex(subscription => subscription.EndpointHash).IsUnique();
        builder.HasIndex(subscription => subscription.UpdatedAt);
        builder.HasIndex(subscription => subscription.GoneAt);
        builder.Property(subscription => subscription.Endpoint).HasMaxLength(2048);
        builder.Property(subscription => subscription.P256dh).HasMaxLength(88);
        builder.Property(subscription => subscription.Auth).HasMaxLength(24);
        builder.Property(subscription => subscription.Language).HasMaxLength(16);
        builder.Property(subscription => subscription.Places).AsJson();
        builder.Property(subscription => subscription.Orders).AsJson();
        builder.Property(subscription => subscription.Relays).AsJson();
        builder.Property(subscription => subscription.Notices).AsJson();
    }

    public void Configure(EntityTypeBuilder<Dispatch> builder)
    {
        builder.ToTable("dissemination_dispatches");
        builder.Property(dispatch => dispatch.Id).ValueGeneratedNever();
        builder.Property(dispatch => dispatch.Version).IsConcurrencyToken();
        builder.Property(dispatch => dispatch.Kind).HasConversion<string>().HasMaxLength(16).HasDefaultValue(DispatchKind.Order).HasSentinel((DispatchKind)(-1));
        builder.Property(dispatch => dispatch.Act).HasConversion<string>().HasMaxLength(16);
        builder.Property(dispatch => dispatch.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(dispatch => dispatch.PlanPhase).HasConversion<string>().HasMaxLength(16).HasDefaultValue(PlanPhase.Everybody).ValueGeneratedNever();
        builder.Property(dispatch => dispatch.Channel).HasMaxLength(16);
        builder.Ignore(dispatch => dispatch.IsUnfinished);
        builder.Property(dispatch => dispatch.HoldReason).HasMaxLength(500);
        builder.HasIndex(dispatch => new { dispatch.DecisionId, dispatch.Channel }).IsUnique();
        builder.HasIndex(dispatch => dispatch.OrderId);
        builder.HasIndex(dispatch => dispatch.State);
    }

    public void Configure(EntityTypeBuilder<DispatchPage> builder)
    {
        builder.ToTable("dissemination_pages");
        builder.HasKey(page => new { page.DispatchId, page.Number });
        builder.HasOne<Dispatch>().WithMany().HasForeignKey(page => page.DispatchId);
        builder.HasIndex(page => new { page.IsDone, page.LeaseUntil });
        builder.HasIndex(page => new { page.DispatchId, page.LastKey });
    }
}
