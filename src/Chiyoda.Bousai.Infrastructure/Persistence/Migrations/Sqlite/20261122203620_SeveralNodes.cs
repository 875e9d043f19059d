using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SeveralNodes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "evacuation_turn",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_turn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_nodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Roles = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AliveAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublicConnections = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_nodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_secrets",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_secrets", x => x.Name);
                });

            migrationBuilder.InsertData(
                table: "evacuation_turn",
                columns: new[] { "Id", "Version" },
                values: new object[] { 1, 0L });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evacuation_turn");

            migrationBuilder.DropTable(
                name: "hosting_nodes");

            migrationBuilder.DropTable(
                name: "hosting_secrets");
        }
    }
}
