/** The door by which a person's text becomes a string, a property name or a part of a template literal: the same one that expressions go through. */
export { printKey, printNumber, printString } from "../expression/text-of-string.ts";
