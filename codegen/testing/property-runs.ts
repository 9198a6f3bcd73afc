/** How many cases a property test tries: `WEFT_PROPERTY_RUNS` where it is set, else the fair sample given. */
export function propertyRuns(sample: number): number {
  const wanted = Number(process.env["WEFT_PROPERTY_RUNS"]);
  return Number.isSafeInteger(wanted) && wanted > 0 ? wanted : sample;
}
