using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FacilityCalls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "facilities_call_lists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_call_lists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "facilities_calls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FacilityId = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NotedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facilities_calls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_facilities_calls_facilities_call_lists_ListId",
                        column: x => x.ListId,
                        principalTable: "facilities_call_lists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_facilities_call_lists_About_Round",
                table: "facilities_call_lists",
                columns: new[] { "About", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_facilities_call_lists_MadeAt",
                table: "facilities_call_lists",
                column: "MadeAt");

            migrationBuilder.CreateIndex(
                name: "IX_facilities_calls_ListId_FacilityId",
                table: "facilities_calls",
                columns: new[] { "ListId", "FacilityId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "facilities_calls");

            migrationBuilder.DropTable(
                name: "facilities_call_lists");
        }
    }
}
