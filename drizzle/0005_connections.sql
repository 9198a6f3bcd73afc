CREATE TABLE "authorizations" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"connection_id" text NOT NULL,
	"state_hash" text NOT NULL,
	"browser_hash" text,
	"ciphertext" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"alias" text NOT NULL,
	"service" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"key_id" text NOT NULL,
	"scopes" json DEFAULT '[]'::json NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"last_error" text,
	"account" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"tested_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "variables" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"value" text,
	"ciphertext" "bytea",
	"key_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "settings" json DEFAULT '{}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variables" ADD CONSTRAINT "variables_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "authorizations_state" ON "authorizations" USING btree ("state_hash");--> statement-breakpoint
CREATE INDEX "authorizations_connection" ON "authorizations" USING btree ("connection_id");--> statement-breakpoint
CREATE INDEX "authorizations_key" ON "authorizations" USING btree ("key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "connections_alias" ON "connections" USING btree ("workspace_id","alias");--> statement-breakpoint
CREATE UNIQUE INDEX "connections_default" ON "connections" USING btree ("workspace_id","service") WHERE is_default;--> statement-breakpoint
CREATE INDEX "connections_key" ON "connections" USING btree ("key_id");--> statement-breakpoint
CREATE UNIQUE INDEX "variables_name" ON "variables" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE INDEX "variables_key" ON "variables" USING btree ("key_id");