using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CallOuts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "callouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    RuleId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Trigger = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Turn = table.Column<string>(type: "TEXT", nullable: false),
                    Called = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StaffingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    BegunAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredPost = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExhaustedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_callouts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "callouts_arrivals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallOutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ExpectedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_callouts_arrivals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_callouts_arrivals_callouts_CallOutId",
                        column: x => x.CallOutId,
                        principalTable: "callouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "callouts_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallOutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_callouts_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_callouts_messages_callouts_CallOutId",
                        column: x => x.CallOutId,
                        principalTable: "callouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_callouts_BegunAt",
                table: "callouts",
                column: "BegunAt");

            migrationBuilder.CreateIndex(
                name: "IX_callouts_RuleId_Trigger",
                table: "callouts",
                columns: new[] { "RuleId", "Trigger" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_callouts_State",
                table: "callouts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_callouts_arrivals_CallOutId_Post",
                table: "callouts_arrivals",
                columns: new[] { "CallOutId", "Post" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_callouts_messages_CallOutId_Purpose_Post_Contact",
                table: "callouts_messages",
                columns: new[] { "CallOutId", "Purpose", "Post", "Contact" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_callouts_messages_State_NotBefore",
                table: "callouts_messages",
                columns: new[] { "State", "NotBefore" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "callouts_arrivals");

            migrationBuilder.DropTable(
                name: "callouts_messages");

            migrationBuilder.DropTable(
                name: "callouts");
        }
    }
}
