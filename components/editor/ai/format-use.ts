const count = new Intl.NumberFormat("en");
const cents = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
const fine = new Intl.NumberFormat("en", { style: "currency", currency: "USD", minimumSignificantDigits: 2, maximumSignificantDigits: 2 });

/** `12,400`. */
export function formatCount(tokens: number): string {
  return count.format(tokens);
}

/** `$1.20`; below ten cents to two figures, since one call costs less than a cent: `$0.0042`. */
export function formatDollars(dollars: number): string {
  return dollars === 0 || dollars >= 0.1 ? cents.format(dollars) : fine.format(dollars);
}
