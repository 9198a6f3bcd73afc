/** A step of a run that is looked at, or of one that it called. */
export interface StepRef {
  readonly run: string;
  readonly step: string;
}
