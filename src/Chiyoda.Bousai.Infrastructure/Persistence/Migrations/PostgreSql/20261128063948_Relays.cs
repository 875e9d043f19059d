using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.PostgreSql
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
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "Order");

            migrationBuilder.CreateTable(
                name: "relays_standing_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RuleId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Rule = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SubmitterId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Decision = table.Column<string>(type: "text", nullable: true),
                    ReleaserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StandingRuleId = table.Column<Guid>(type: "uuid", nullable: false),
                    RuleId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Event = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EpisodeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Change = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Grade = table.Column<int>(type: "integer", nullable: false),
                    Previous = table.Column<int>(type: "integer", nullable: false),
                    TelegramId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ValidUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
