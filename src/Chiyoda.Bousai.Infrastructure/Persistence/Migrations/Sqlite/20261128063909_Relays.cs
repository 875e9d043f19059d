using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Relays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "dissemination_dispatches",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Order");

            migrationBuilder.CreateTable(
                name: "relays_standing_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    SubmitterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", nullable: true),
                    ReleaserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relays_standing_rules", x => x.Id);
                    table.CheckConstraint("ck_relay_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR \"ReleaserId\" <> \"SubmitterId\"");
                });

            migrationBuilder.CreateTable(
                name: "relays_told",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StandingRuleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false),
                    Previous = table.Column<int>(type: "INTEGER", nullable: false),
                    TelegramId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidUntil = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    IsOver = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relays_told", x => x.Id);
                    table.ForeignKey(
                        name: "FK_relays_told_relays_standing_rules_StandingRuleId",
                        column: x => x.StandingRuleId,
                        principalTable: "relays_standing_rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_relays_one_on_its_way",
                table: "relays_standing_rules",
                column: "RuleId",
                unique: true,
                filter: "\"State\" IN ('Submitted', 'Decided')");

            migrationBuilder.CreateIndex(
                name: "ix_relays_one_released",
                table: "relays_standing_rules",
                column: "RuleId",
                unique: true,
                filter: "\"State\" = 'Released'");

            migrationBuilder.CreateIndex(
                name: "IX_relays_told_RuleId_Event_Number",
                table: "relays_told",
                columns: new[] { "RuleId", "Event", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_relays_told_StandingRuleId",
                table: "relays_told",
                column: "StandingRuleId");

            migrationBuilder.CreateIndex(
                name: "IX_relays_told_State",
                table: "relays_told",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "relays_told");

            migrationBuilder.DropTable(
                name: "relays_standing_rules");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "dissemination_dispatches");
        }
    }
}
