import { describe, expect, it } from "vitest";
import { passwordProblem } from "./check-password.ts";
import { hashPassword, verifyPassword } from "./hash-password.ts";

describe("a password that is easily guessed", () => {
  it.each([
    ["short9!", "Use at least 10 characters."],
    ["x".repeat(129), "Use at most 128 characters."],
    ["1q2w3e4r5t", "This password is among those that are tried first. Choose another."],
    ["aaaaaaaaaaaa", "This password repeats itself. Choose another."],
    ["ab12ab12ab12", "This password repeats itself. Choose another."],
    ["1234567890", "This password runs along the keyboard or the alphabet. Choose another."],
    ["abcdefghijklmno", "This password runs along the keyboard or the alphabet. Choose another."],
    ["asdfghjklpoiuytrewq", "This password runs along the keyboard or the alphabet. Choose another."],
    ["password123", "This password is a common word with digits or signs around it. Choose another."],
    ["P@ssw0rd2026!", "This password is a common word with digits or signs around it. Choose another."],
    ["Summer2026!", "This password is a common word with digits or signs around it. Choose another."],
    ["iloveyou12345", "This password is a common word with digits or signs around it. Choose another."],
    ["letmein-letmein", "This password is a common word with digits or signs around it. Choose another."],
  ])("%s", (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it.each(["ada.lovelace1", "lovelace!2026", "examplecorp99"])("%s, of Ada Lovelace at examplecorp", (password) => {
    expect(passwordProblem(password, { name: "Ada Lovelace", email: "ada.lovelace@examplecorp.com" })).toBe(
      "This password is your name or address with little around it. Choose another.",
    );
  });
});

it.each(["mango-tractor-9-violin", "Tr3mbling&Quartz", "f7#kq0pzLw2m", "дуже довгий пароль", "seventeen green buses"])(
  "takes %s",
  (password) => expect(passwordProblem(password, { name: "Ada Lovelace", email: "ada@example.com" })).toBeUndefined(),
);

describe("a hash", () => {
  it("is Argon2id with 19 MiB, two passes and a salt of its own", async () => {
    const [first, second] = await Promise.all([hashPassword("mango-tractor"), hashPassword("mango-tractor")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(first).not.toBe(second);
  });

  it("fits its own password, however that is composed, and no other", async () => {
    const hash = await hashPassword("caf\u00e9-tractor");
    expect(await verifyPassword({ hash, password: "cafe\u0301-tractor" })).toBe(true);
    expect(await verifyPassword({ hash, password: "cafe-tractor" })).toBe(false);
    expect(await verifyPassword({ hash: "scrypt:whatever", password: "cafe-tractor" })).toBe(false);
  });
});
