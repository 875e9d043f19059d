using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeepFeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RepeatedAt",
                table: "feeds_telegrams",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "GapFrom",
                table: "feeds_sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "KnownUntil",
                table: "feeds_sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NotedBackFrom",
                table: "feeds_sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NotedSilentFrom",
                table: "feeds_sources",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "feeds_entries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ListedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TelegramId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_entries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "feeds_gauge_readings",
                columns: table => new
                {
                    StationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ObservedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    LevelMeters = table.Column<double>(type: "REAL", nullable: true),
                    Condition = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_gauge_readings", x => new { x.StationId, x.ObservedAt });
                });

            migrationBuilder.CreateTable(
                name: "feeds_polls",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    LastModified = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RenewedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RefusedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HoleUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Day = table.Column<long>(type: "INTEGER", nullable: false),
                    OctetsOfDay = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_polls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "feeds_unconfirmed",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_unconfirmed", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_feeds_entries_EndedAt",
                table: "feeds_entries",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_feeds_gauge_readings_ObservedAt",
                table: "feeds_gauge_readings",
                column: "ObservedAt");

            migrationBuilder.CreateIndex(
                name: "IX_feeds_unconfirmed_OccurredAt",
                table: "feeds_unconfirmed",
                column: "OccurredAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "feeds_entries");

            migrationBuilder.DropTable(
                name: "feeds_gauge_readings");

            migrationBuilder.DropTable(
                name: "feeds_polls");

            migrationBuilder.DropTable(
                name: "feeds_unconfirmed");

            migrationBuilder.DropColumn(
                name: "RepeatedAt",
                table: "feeds_telegrams");

            migrationBuilder.DropColumn(
                name: "GapFrom",
                table: "feeds_sources");

            migrationBuilder.DropColumn(
                name: "KnownUntil",
                table: "feeds_sources");

            migrationBuilder.DropColumn(
                name: "NotedBackFrom",
                table: "feeds_sources");

            migrationBuilder.DropColumn(
                name: "NotedSilentFrom",
                table: "feeds_sources");
        }
    }
}
