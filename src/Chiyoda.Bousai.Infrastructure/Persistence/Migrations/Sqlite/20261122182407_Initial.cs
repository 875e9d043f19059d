using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Chiyoda.Bousai.Infrastructure.Persistence.Migrations.Sqlite
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chronology",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Via = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Visibility = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Corrects = table.Column<long>(type: "INTEGER", nullable: true),
                    PayloadHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chronology", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "dissemination_dispatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PlannedThrough = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPlanned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FirstAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAcceptedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HoldReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dissemination_dispatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entry_payloads",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Octets = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry_payloads", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "evacuation_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_orders", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "evacuation_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SubmitterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", nullable: true),
                    ReleaserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evacuation_proposals", x => x.Id);
                    table.CheckConstraint("ck_releaser_is_not_submitter", "\"ReleaserId\" IS NULL OR (\"SubmitterId\" IS NOT NULL AND \"ReleaserId\" <> \"SubmitterId\")");
                });

            migrationBuilder.CreateTable(
                name: "feeds_sources",
                columns: table => new
                {
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    HeardAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HeardSince = table.Column<long>(type: "INTEGER", nullable: false),
                    CompleteAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_sources", x => x.SourceId);
                });

            migrationBuilder.CreateTable(
                name: "feeds_telegrams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Octets = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OriginalSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RefusalCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Headline = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    InfoType = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    EventId = table.Column<string>(type: "TEXT", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Notices = table.Column<string>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feeds_telegrams", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "hosting_stamp",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AliveAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hosting_stamp", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "spine_head",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_spine_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Endpoint = table.Column<string>(type: "TEXT", maxLength: 2048, nullable: false),
                    EndpointHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    P256dh = table.Column<string>(type: "TEXT", maxLength: 88, nullable: false),
                    Auth = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Places = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Orders = table.Column<string>(type: "TEXT", nullable: false),
                    Relays = table.Column<string>(type: "TEXT", nullable: false),
                    Notices = table.Column<string>(type: "TEXT", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscriptions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "warnings_statements",
                columns: table => new
                {
                    TelegramId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_warnings_statements", x => new { x.TelegramId, x.Stream });
                });

            migrationBuilder.CreateTable(
                name: "warnings_streams",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Family = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ReportedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    InForce = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_warnings_streams", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "access_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
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
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
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
                    DispatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Keys = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FirstKey = table.Column<long>(type: "INTEGER", nullable: false),
                    LastKey = table.Column<long>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<int>(type: "INTEGER", nullable: false),
                    Delivery = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Receipts = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Fence = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Hazard = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                table: "spine_head",
                columns: new[] { "Id", "Hash", "RecordedAt", "Sequence" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 621355968000000000L, 0L });

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
                name: "feeds_sources");

            migrationBuilder.DropTable(
                name: "feeds_telegrams");

            migrationBuilder.DropTable(
                name: "hosting_protection_keys");

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
