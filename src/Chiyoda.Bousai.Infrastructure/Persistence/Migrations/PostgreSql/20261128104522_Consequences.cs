using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Consequences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AtDecision",
                table: "evacuation_proposals",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_GoneAt",
                table: "subscriptions",
                column: "GoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_UpdatedAt",
                table: "subscriptions",
                column: "UpdatedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_subscriptions_GoneAt",
                table: "subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_subscriptions_UpdatedAt",
                table: "subscriptions");

            migrationBuilder.DropColumn(
                name: "AtDecision",
                table: "evacuation_proposals");
        }
    }
}
