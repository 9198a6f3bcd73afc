/** What TypeScript asks of Node in a browser: nothing. `next.config.ts` puts it in the place of Node's modules, which TypeScript loads but uses only on a disk. */
export default {};
