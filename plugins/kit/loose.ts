/** Data whose shape nobody has described: any property of it may be read, and nothing about it is checked. */
// oxlint-disable-next-line typescript/no-explicit-any -- that is what it is for
export type Loose = any;
