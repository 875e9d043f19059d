using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WorkflowActs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Attempts",
                table: "evacuation_proposals",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<Guid>(
                name: "AuthorId",
                table: "evacuation_proposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "evacuation_proposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BreakGlassReason",
                table: "evacuation_proposals",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Confirmed",
                table: "evacuation_proposals",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "ConfirmedWords",
                table: "evacuation_proposals",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Grounds",
                table: "evacuation_proposals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OrderVersion",
                table: "evacuation_proposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unreachable",
                table: "evacuation_proposals",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<Guid>(
                name: "FollowsId",
                table: "evacuation_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlanPhase",
                table: "dissemination_dispatches",
                type: "TEXT",
                maxLength: 16,
                nullable: false,
                defaultValue: "Everybody");

            migrationBuilder.AddColumn<long>(
                name: "SeenAt",
                table: "access_accounts",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Attempts",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "AuthorId",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "BreakGlassReason",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "Confirmed",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "ConfirmedWords",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "Grounds",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "OrderVersion",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "Unreachable",
                table: "evacuation_proposals");

            migrationBuilder.DropColumn(
                name: "FollowsId",
                table: "evacuation_orders");

            migrationBuilder.DropColumn(
                name: "PlanPhase",
                table: "dissemination_dispatches");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "access_accounts");
        }
    }
}
