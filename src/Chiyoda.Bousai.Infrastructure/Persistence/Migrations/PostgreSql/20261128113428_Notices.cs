using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notices_editions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NoticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Act = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Told = table.Column<string>(type: "text", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NoticeVersion = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TouchedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReleaserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Confirmed = table.Column<string>(type: "text", nullable: false),
                    ConfirmedWords = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_editions", x => x.Id);
                    table.CheckConstraint("ck_notice_released_by_somebody", "\"State\" <> 'Released' OR \"ReleaserId\" IS NOT NULL");
                    table.CheckConstraint("ck_notice_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR (\"SubmitterId\" IS NOT NULL AND \"ReleaserId\" <> \"SubmitterId\")");
                });

            migrationBuilder.CreateTable(
                name: "notices_published",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ValidUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EditionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices_published", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_notices_editions_State",
                table: "notices_editions",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "ix_notices_one_issue",
                table: "notices_editions",
                column: "NoticeId",
                unique: true,
                filter: "\"Act\" = 'Issue'");

            migrationBuilder.CreateIndex(
                name: "ix_notices_one_on_its_way",
                table: "notices_editions",
                column: "NoticeId",
                unique: true,
                filter: "\"State\" IN ('Draft', 'Submitted', 'Returned')");

            migrationBuilder.CreateIndex(
                name: "IX_notices_published_ValidUntil",
                table: "notices_published",
                column: "ValidUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notices_editions");

            migrationBuilder.DropTable(
                name: "notices_published");
        }
    }
}
