using Chiyoda.Bousai.Domain.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chiyoda.Bousai.Infrastructure.Persistence.Configurations;

internal sealed class TasksConfiguration : IEntityTypeConfiguration<StaffTask>
{
    public void Configure(EntityTypeBuilder<StaffTask> builder)
    {
        builder.ToTable("tasks_tasks");
        builder.Property(task => task.Id).ValueGeneratedNever();
        builder.Property(task => task.Version).IsConcurrencyToken();
        builder.Property(task => task.RuleId).HasMaxLength(64);
        builder.Property(task => task.Title).HasMaxLength(200);
        builder.Property(task => task.Owner).HasMaxLength(100);
        builder.Property(task => task.Basis).HasMaxLength(1000);
        builder.Property(task => task.Subject).HasConversion<string>().HasMaxLength(16);
        builder.Property(task => task.SubjectName).HasMaxLength(StaffTask.MaxSubjectName);
        builder.Property(task => task.RepeatAfter).HasConversion<long?>();
        builder.Property(task => task.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(task => task.Person).HasMaxLength(200);
        builder.Property(task => task.Note).HasMaxLength(StaffTask.MaxNote);
        builder.Ignore(task => task.IsOpen);
        builder.HasIndex(task => new { task.State, task.DueAt });

        // One act asks for one thing once (design rule 12).
        builder.HasIndex(task => new { task.SubjectId, task.SubjectVersion, task.RuleId, task.Round }).IsUnique();
    }
}
