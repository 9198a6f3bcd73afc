/** The guard that always holds: the root of the tree. */
export const ALWAYS = 0;
/** The guard that never holds; it is no node of the tree. */
export const NEVER = -1;

/**
 * Guards of a region, interned. A node stands for a condition: `ALWAYS`, a literal ("decision d chose port p"), or a set of
 * literals of which one must hold. Its parent is the nearest weaker condition that every way of meeting it goes through, so the path to
 * the root is the chain of branches and guards a person would nest.
 *
 * Sets are canonical: two sets with the same meaning are the same node. A literal of a decision implies that the
 * decision ran, and decisions choose freely, so two rules suffice: all ports of a decision together mean that it ran; a literal is idle
 * beside others that already cover its decision's guard.
 */
export class ControlTree {
  readonly parent: number[] = [NEVER];
  readonly depth: number[] = [0];
  /** The decision of a literal, -1 for the root and for sets. */
  readonly decision: number[] = [-1];
  readonly port: string[] = [""];
  /** The literals of which one must hold; none for the root. */
  readonly members: (readonly number[])[] = [[]];
  /** An ancestor further up: a jump is as long as the two below it together where those are equal, so each way up is logarithmic. */
  readonly #jump: number[] = [ALWAYS];
  readonly #literals = new Map<number, readonly number[]>();
  readonly #guards = new Map<number, number>();
  readonly #sets = new Map<string, number>();
  readonly #exclusive = new Map<number, boolean>();

  /** Makes the literals of a decision whose guard is known; decisions are added in an order in which they can be made. */
  addDecision(decision: number, guard: number, ports: readonly string[]): void {
    const literals = ports.map((port) => {
      const literal = this.#add(guard, decision, port);
      this.members[literal] = [literal];
      return literal;
    });
    this.#literals.set(decision, literals);
    this.#guards.set(decision, guard);
  }

  /** The literal of a decision's port; `NEVER` for a port it doesn't have. */
  literal(decision: number, port: string): number {
    return this.literalsOf(decision).find((literal) => this.port[literal] === port) ?? NEVER;
  }

  literalsOf(decision: number): readonly number[] {
    return this.#literals.get(decision) ?? [];
  }

  guardOf(decision: number): number {
    return this.#guards.get(decision) ?? ALWAYS;
  }

  /** The canonical guard that holds when one of the given ones does. */
  join(guards: Iterable<number>): number {
    const literals = new Set<number>();
    const queue = [...guards];
    for (let guard = queue.pop(); guard !== undefined; guard = queue.pop()) {
      if (guard === ALWAYS) return ALWAYS;
      if (guard === NEVER) continue;
      for (const literal of this.members[guard] ?? []) {
        if (literals.has(literal)) continue;
        literals.add(literal);
        const decision = this.decision[literal] ?? -1;
        if (this.literalsOf(decision).every((port) => literals.has(port))) queue.push(this.guardOf(decision));
      }
    }
    return this.#intern(this.#absorb(literals));
  }

  /** Whether `stronger` can hold only when `weaker` does. */
  implies(stronger: number, weaker: number): boolean {
    if (stronger === NEVER || weaker === ALWAYS || stronger === weaker) return true;
    if (stronger === ALWAYS || weaker === NEVER || this.#sameDecision(stronger, weaker)) return false;
    const cover = new Set(this.members[weaker]);
    const known = new Map<number, boolean>();
    const least = Math.min(...cover);
    return (this.members[stronger] ?? []).every((literal) => this.#covered(literal, cover, least, known));
  }

  /** Whether two guards can't hold in the same run. */
  excludes(a: number, b: number): boolean {
    if (a === NEVER || b === NEVER) return true;
    if (a === b || a === ALWAYS || b === ALWAYS) return false;
    if (this.#sameDecision(a, b)) return true;
    const key = a < b ? a * 0x4000000 + b : b * 0x4000000 + a;
    let known = this.#exclusive.get(key);
    if (known === undefined) this.#exclusive.set(key, (known = this.#findExclusion(a, b)));
    return known;
  }

  /** Whether two different guards are literals of one decision; a switch of a thousand cases asks this a million times. */
  #sameDecision(a: number, b: number): boolean {
    const decision = this.decision[a];
    return decision !== -1 && decision === this.decision[b];
  }

  /** The strongest condition of the tree that both guards imply. */
  meet(a: number, b: number): number {
    while (a !== b) {
      if ((this.depth[a] ?? 0) >= (this.depth[b] ?? 0)) a = this.parent[a] ?? ALWAYS;
      else b = this.parent[b] ?? ALWAYS;
    }
    return a;
  }

  /** The child of `above` on the way down to `below`; `above` itself when they are the same. */
  stepDown(above: number, below: number): number {
    const depth = (this.depth[above] ?? 0) + 1;
    while ((this.depth[below] ?? 0) > depth) {
      const far = this.#jump[below] ?? ALWAYS;
      below = (this.depth[far] ?? 0) >= depth ? far : (this.parent[below] ?? ALWAYS);
    }
    return below;
  }

  #add(parent: number, decision: number, port: string): number {
    const jump = this.#jump[parent] ?? ALWAYS;
    const next = this.#jump[jump] ?? ALWAYS;
    const depthOf = (node: number): number => this.depth[node] ?? 0;
    this.#jump.push(depthOf(parent) - depthOf(jump) === depthOf(jump) - depthOf(next) ? next : parent);
    this.parent.push(parent);
    this.depth.push((this.depth[parent] ?? 0) + 1);
    this.decision.push(decision);
    this.port.push(port);
    return this.members.push([]) - 1;
  }

  #absorb(literals: ReadonlySet<number>): number[] {
    if (literals.size < 2) return [...literals];
    const known = new Map<number, boolean>();
    let least = Infinity;
    for (const literal of literals) if (literal < least) least = literal;
    return [...literals].filter((literal) => !this.#decisionCovered(literal, literals, least, known)).sort((a, b) => a - b);
  }

  #covered(literal: number, cover: ReadonlySet<number>, least: number, known: Map<number, boolean>): boolean {
    if (cover.has(literal)) return true;
    if (literal < least) return false;
    let answer = known.get(literal);
    if (answer === undefined) known.set(literal, (answer = this.#decisionCovered(literal, cover, least, known)));
    return answer;
  }

  /** Whether the literal's decision can only be made when the cover holds. */
  #decisionCovered(literal: number, cover: ReadonlySet<number>, least: number, known: Map<number, boolean>): boolean {
    const guard = this.guardOf(this.decision[literal] ?? -1);
    if (guard === ALWAYS) return false;
    return (this.members[guard] ?? []).every((member) => this.#covered(member, cover, least, known));
  }

  #intern(literals: readonly number[]): number {
    const [first] = literals;
    if (first === undefined) return NEVER;
    if (literals.length === 1) return first;
    const key = literals.join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const set = this.#add(
      literals.reduce((a, b) => this.meet(a, b)),
      -1,
      "",
    );
    this.members[set] = literals;
    this.#sets.set(key, set);
    return set;
  }

  #findExclusion(a: number, b: number): boolean {
    const top = this.meet(a, b);
    if (top === a || top === b) return false;
    const decision = this.decision[this.stepDown(top, a)] ?? -1;
    if (decision !== -1 && decision === this.decision[this.stepDown(top, b)]) return true;
    return this.#setExcludes(a, b, top) || this.#setExcludes(b, a, top);
  }

  /** Whether a set on the way from `from` up to `top` excludes `other` by each of its members. */
  #setExcludes(from: number, other: number, top: number): boolean {
    for (let node = from; node !== top; node = this.parent[node] ?? top) {
      if (this.decision[node] !== -1) continue;
      if ((this.members[node] ?? []).every((member) => this.excludes(member, other))) return true;
    }
    return false;
  }
}
