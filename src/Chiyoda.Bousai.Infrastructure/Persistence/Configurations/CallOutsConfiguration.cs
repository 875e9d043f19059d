using Chiyoda.Bousai.Domain.CallOuts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class CallOutsConfiguration : IEntityTypeConfiguration<CallOut>, IEntityTypeConfiguration<CallOutMessage>, IEntityTypeConfiguration<Arrival>
{
    public void Configure(EntityTypeBuilder<CallOut> builder)
    {
        builder.ToTable("callouts");
        builder.Property(callOut => callOut.Id).ValueGeneratedNever();
        builder.Property(callOut => callOut.Version).IsConcurrencyToken();
        builder.Property(callOut => callOut.RuleId).HasMaxLength(64);
        builder.Property(callOut => callOut.Trigger).HasMaxLength(256);
        builder.Property(callOut => callOut.Reason).HasMaxLength(200);
        builder.Property(callOut => callOut.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(callOut => callOut.Turn).AsJson();
        builder.Property(callOut => callOut.StaffingId).HasMaxLength(64);
        builder.Property(callOut => callOut.AnsweredPost).HasMaxLength(64);
        builder.Property(callOut => callOut.AnsweredBy).HasMaxLength(200);
        builder.Property(callOut => callOut.Note).HasMaxLength(CallOut.MaxReason);
        builder.Ignore(callOut => callOut.IsOpen);

        // One event wakes once, whichever node sees it first.
        builder.HasIndex(callOut => new { callOut.RuleId, callOut.Trigger }).IsUnique();
        builder.HasIndex(callOut => callOut.State);
        builder.HasIndex(callOut => callOut.BegunAt);
    }

    public void Configure(EntityTypeBuilder<CallOutMessage> builder)
    {
        builder.ToTable("callouts_messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Purpose).HasConversion<string>().HasMaxLength(16);
        builder.Property(message => message.Post).HasMaxLength(64);
        builder.Property(message => message.Contact).HasMaxLength(16);
        builder.Property(message => message.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(message => message.Error).HasMaxLength(64);
        builder.HasOne<CallOut>().WithMany().HasForeignKey(message => message.CallOutId).OnDelete(DeleteBehavior.Restrict);

        // The effect key (design rule 12): nobody is called twice for one step.
        builder.HasIndex(message => new { message.CallOutId, message.Purpose, message.Round, message.Post, message.Contact }).IsUnique();
        builder.HasIndex(message => new { message.State, message.NotBefore });
    }

    public void Configure(EntityTypeBuilder<Arrival> builder)
    {
        builder.ToTable("callouts_arrivals");
        builder.Property(arrival => arrival.Id).ValueGeneratedNever();
        builder.Property(arrival => arrival.Version).IsConcurrencyToken();
        builder.Property(arrival => arrival.Post).HasMaxLength(64);
        builder.Property(arrival => arrival.State).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<CallOut>().WithMany().HasForeignKey(arrival => arrival.CallOutId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(arrival => new { arrival.CallOutId, arrival.Post }).IsUnique();
    }
}
