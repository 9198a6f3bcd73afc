/** How many cases a property test tries: `WEFT_PROPERTY_RUNS` where it is set, else the fair sample given. */
export function propertyRuns(sample: number): number {
  const wanted = Number(process.env["WEFT_PROPERTY_RUNS"]);
  return Number.isSafeInteger(wanted) && wanted > 0 ? wanted : sample;
}

/** A seed for the sample alone, so that a known rare failure does not end one `npm test` in ten; the long suites draw a new one each time. */
export function sampleSeed(seed: number): { seed?: number } {
  return process.env["WEFT_PROPERTY_RUNS"] === undefined ? { seed } : {};
}
