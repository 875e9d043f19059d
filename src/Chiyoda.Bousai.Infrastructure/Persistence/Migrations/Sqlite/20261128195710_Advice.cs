using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Advice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_callouts_messages_CallOutId_Purpose_Post_Contact",
                table: "callouts_messages");

            migrationBuilder.AddColumn<string>(
                name: "Grounds",
                table: "notices_editions",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "Grounds",
                table: "facilities_call_lists",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "callouts_messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "callouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "callouts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateIndex(
                name: "IX_callouts_messages_CallOutId_Purpose_Round_Post_Contact",
                table: "callouts_messages",
                columns: new[] { "CallOutId", "Purpose", "Round", "Post", "Contact" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_callouts_messages_CallOutId_Purpose_Round_Post_Contact",
                table: "callouts_messages");

            migrationBuilder.DropColumn(
                name: "Grounds",
                table: "notices_editions");

            migrationBuilder.DropColumn(
                name: "Grounds",
                table: "facilities_call_lists");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "callouts_messages");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "callouts");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "callouts");

            migrationBuilder.CreateIndex(
                name: "IX_callouts_messages_CallOutId_Purpose_Post_Contact",
                table: "callouts_messages",
                columns: new[] { "CallOutId", "Purpose", "Post", "Contact" },
                unique: true);
        }
    }
}
