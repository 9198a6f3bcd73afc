/** A question that a later one replaced before its turn came: nothing went wrong, there is just no answer. */
export class Superseded extends Error {
  override readonly name = "Superseded";

  constructor() {
    super("A later question replaced this one.");
  }
}
