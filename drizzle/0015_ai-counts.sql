UPDATE "ai_calls" SET "input_tokens" = greatest("input_tokens", 0), "output_tokens" = greatest("output_tokens", 0), "cost" = greatest("cost", 0) WHERE "input_tokens" < 0 OR "output_tokens" < 0 OR "cost" < 0;--> statement-breakpoint
ALTER TABLE "ai_calls" ALTER COLUMN "input_tokens" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "ai_calls" ALTER COLUMN "output_tokens" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "ai_calls" ADD CONSTRAINT "ai_calls_counts" CHECK ("ai_calls"."input_tokens" >= 0 and "ai_calls"."output_tokens" >= 0 and "ai_calls"."cost" >= 0);