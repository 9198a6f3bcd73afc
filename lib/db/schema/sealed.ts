import { customType } from "drizzle-orm/pg-core";

/** A column of what `lib/secrets` sealed: nonce, ciphertext and tag. */
export const sealed = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
