using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chronology",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: true),
                    OccurredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Via = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Visibility = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Corrects = table.Column<long>(type: "bigint", nullable: true),
                    PayloadHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chronology", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "dissemination_dispatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderVersion = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Channel = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Urgency = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    PlannedThrough = table.Column<long>(type: "bigint", nullable: false),
                    IsPlanned = table.Column<bool>(type: "boolean", nullable: false),
                    Recipients = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FirstAcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastAcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HoldReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dissemination_dispatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entry_payloads",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    Octets = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry_payloads", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "evacuation_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Measure = table.Column<string>(type: "text", nullable: false),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "evacuation_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Act = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Measure = table.Column<string>(type: "text", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SubmitterId = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Decision = table.Column<string>(type: "text", nullable: true),
                    ReleaserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReleasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_proposals", x => x.Id);
                    table.CheckConstraint("ck_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR (\"SubmitterId\" IS NOT NULL AND \"ReleaserId\" <> \"SubmitterId\")");
                });

            migrationBuilder.CreateTable(
                name: "evacuation_turn",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_turn", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "feeds_sources",
                columns: table => new
                {
                    SourceId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    HeardAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    HeardSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CompleteAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_sources", x => x.SourceId);
                });

            migrationBuilder.CreateTable(
                name: "feeds_telegrams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Octets = table.Column<byte[]>(type: "bytea", nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    OriginalSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    RefusalCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Headline = table.Column<string>(type: "text", nullable: false),
                    Status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    InfoType = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    EventId = table.Column<string>(type: "text", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    Notices = table.Column<string>(type: "text", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_telegrams", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_nodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Roles = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AliveAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublicConnections = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_nodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_secrets",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_secrets", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "hosting_stamp",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Mode = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AliveAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_stamp", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spine_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spine_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Endpoint = table.Column<string>(type: "character varying(2048)", maxLength: 2048, nullable: false),
                    EndpointHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    P256dh = table.Column<string>(type: "character varying(88)", maxLength: 88, nullable: false),
                    Auth = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Places = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Orders = table.Column<string>(type: "text", nullable: false),
                    Relays = table.Column<string>(type: "text", nullable: false),
                    Notices = table.Column<string>(type: "text", nullable: false),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriptions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "warnings_statements",
                columns: table => new
                {
                    TelegramId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stream = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Statement = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_warnings_statements", x => new { x.TelegramId, x.Stream });
                });

            migrationBuilder.CreateTable(
                name: "warnings_streams",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Family = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Status = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    InForce = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_warnings_streams", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "access_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_access_claims_access_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "access_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_access_logins_access_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "access_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "access_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_access_tokens_access_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "access_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dissemination_pages",
                columns: table => new
                {
                    DispatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Keys = table.Column<byte[]>(type: "bytea", nullable: false),
                    FirstKey = table.Column<long>(type: "bigint", nullable: false),
                    LastKey = table.Column<long>(type: "bigint", nullable: false),
                    Recipients = table.Column<int>(type: "integer", nullable: false),
                    Delivery = table.Column<byte[]>(type: "bytea", nullable: false),
                    Receipts = table.Column<byte[]>(type: "bytea", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dissemination_pages", x => new { x.DispatchId, x.Number });
                    table.ForeignKey(
                        name: "FK_dissemination_pages_dissemination_dispatches_DispatchId",
                        column: x => x.DispatchId,
                        principalTable: "dissemination_dispatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "evacuation_areas_in_force",
                columns: table => new
                {
                    Hazard = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Cause = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Area = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_areas_in_force", x => new { x.Hazard, x.Cause, x.Area });
                    table.ForeignKey(
                        name: "FK_evacuation_areas_in_force_evacuation_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "evacuation_orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "evacuation_turn",
                columns: new[] { "Id", "Version" },
                values: new object[] { 1, 0L });

            migrationBuilder.InsertData(
                table: "spine_head",
                columns: new[] { "Id", "Hash", "RecordedAt", "Sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), 0L });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "access_accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "access_accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_claims_UserId",
                table: "access_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_access_logins_UserId",
                table: "access_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_chronology_SubjectId_Sequence",
                table: "chronology",
                columns: new[] { "SubjectId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_chronology_Visibility_Sequence",
                table: "chronology",
                columns: new[] { "Visibility", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_dispatches_DecisionId_Channel",
                table: "dissemination_dispatches",
                columns: new[] { "DecisionId", "Channel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_dispatches_OrderId",
                table: "dissemination_dispatches",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_dispatches_State",
                table: "dissemination_dispatches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_pages_DispatchId_LastKey",
                table: "dissemination_pages",
                columns: new[] { "DispatchId", "LastKey" });

            migrationBuilder.CreateIndex(
                name: "IX_dissemination_pages_IsDone_LeaseUntil",
                table: "dissemination_pages",
                columns: new[] { "IsDone", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_evacuation_areas_in_force_OrderId",
                table: "evacuation_areas_in_force",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_evacuation_orders_EndedAt",
                table: "evacuation_orders",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_evacuation_orders_State",
                table: "evacuation_orders",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_evacuation_proposals_CreatedAt",
                table: "evacuation_proposals",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_evacuation_proposals_State",
                table: "evacuation_proposals",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_feeds_telegrams_Outcome",
                table: "feeds_telegrams",
                column: "Outcome");

            migrationBuilder.CreateIndex(
                name: "IX_feeds_telegrams_ReceivedAt",
                table: "feeds_telegrams",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_feeds_telegrams_Sha256_Length",
                table: "feeds_telegrams",
                columns: new[] { "Sha256", "Length" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_EndpointHash",
                table: "subscriptions",
                column: "EndpointHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscriptions_Id",
                table: "subscriptions",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_warnings_statements_Stream_ReportedAt",
                table: "warnings_statements",
                columns: new[] { "Stream", "ReportedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_claims");

            migrationBuilder.DropTable(
                name: "access_logins");

            migrationBuilder.DropTable(
                name: "access_tokens");

            migrationBuilder.DropTable(
                name: "chronology");

            migrationBuilder.DropTable(
                name: "dissemination_pages");

            migrationBuilder.DropTable(
                name: "entry_payloads");

            migrationBuilder.DropTable(
                name: "evacuation_areas_in_force");

            migrationBuilder.DropTable(
                name: "evacuation_proposals");

            migrationBuilder.DropTable(
                name: "evacuation_turn");

            migrationBuilder.DropTable(
                name: "feeds_sources");

            migrationBuilder.DropTable(
                name: "feeds_telegrams");

            migrationBuilder.DropTable(
                name: "hosting_nodes");

            migrationBuilder.DropTable(
                name: "hosting_protection_keys");

            migrationBuilder.DropTable(
                name: "hosting_secrets");

            migrationBuilder.DropTable(
                name: "hosting_stamp");

            migrationBuilder.DropTable(
                name: "spine_head");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "warnings_statements");

            migrationBuilder.DropTable(
                name: "warnings_streams");

            migrationBuilder.DropTable(
                name: "access_accounts");

            migrationBuilder.DropTable(
                name: "dissemination_dispatches");

            migrationBuilder.DropTable(
                name: "evacuation_orders");
        }
    }
}
