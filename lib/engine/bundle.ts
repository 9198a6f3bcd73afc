import { createHash } from "node:crypto";

import { ts } from "ts-morph";

import type { CompiledVersion, RuntimeStep } from "./contract.ts";
import { PRELUDE } from "./prelude.generated.ts";

/** What a runtime module may import, and which names of it; the prelude brings them along. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  workflow: ["createHook", "FatalError", "sleep"],
  "@/plugins/kit/approval": ["Approval"],
  "@/plugins/kit/env": ["env"],
  "@/plugins/kit/map-concurrently": ["mapConcurrently"],
  "@/plugins/kit/pick": ["pick"],
  "@/plugins/kit/respond": ["respond"],
  "@/plugins/kit/step-error": ["stepError"],
  "@/plugins/kit/until-done": ["untilDone"],
};

/**
 * Turns a runtime module into the script that the SDK runs in its VM, without a native binary or a file.
 * Throws when the module imports anything that a workflow may not reach.
 */
export function bundleVersion(compiled: Pick<CompiledVersion, "runtime" | "exportName" | "steps" | "nodes">): {
  bundle: string;
  sha256: string;
} {
  const { runtime, exportName, steps, nodes } = compiled;
  refuseForeignImports(ts.createSourceFile("workflow.ts", runtime, ts.ScriptTarget.ES2022, true));
  const { outputText } = ts.transpileModule(runtime, {
    fileName: "workflow.ts",
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, removeComments: true },
    transformers: { before: [countWork] },
  });
  const sleepers = Object.keys(nodes).filter((node) => SLEEPERS.has(nodes[node]?.kind ?? ""));
  const bindings = [...steps.map(bindStep), ...sleepers.map(bindSleep)].join("");
  const script = `${PRELUDE}
;((weft)=>{delete globalThis.weft;const exports={};const require=(name)=>weft.modules[name];
const weft$turn=weft.turn,weft$spread=weft.spread,weft$text=weft.text,weft$bounded=weft.bounded;
${bindings}(function(exports,require){${outputText}
})(exports,require);
globalThis.__private_workflows={get:()=>weft$bounded(exports[${JSON.stringify(exportName)}])};})(globalThis.weft);`;
  // What a step does is not in the script, but a version with other steps is another version.
  const sha256 = createHash("sha256").update(script).update("\0").update(JSON.stringify(steps)).digest("hex");
  return { bundle: script, sha256 };
}

/** Kinds of nodes whose code sleeps by a name of their own: for its time, between two rounds, or until an answer is no longer waited for. */
const SLEEPERS: ReadonlySet<string> = new Set(["control.sleep", "control.repeat", "control.approval", "control.waitForEvent"]);

function bindSleep(node: string): string {
  return `const ${node}$sleep=weft.sleeper(${JSON.stringify(node)});\n`;
}

function bindStep(step: RuntimeStep): string {
  const [name, make] = step.kind === "child" ? [`${step.node}$child`, "child"] : [`${step.node}$step`, "step"];
  return `const ${name}=weft.${make}(${JSON.stringify(step.node)});\n`;
}

/** Lets the code count its own work, since it runs where nothing can stop it: see vm/work.ts. No name of a workflow's own has a `$`. */
const countWork: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const { factory } = context;
  const call = (name: string, ...args: ts.Expression[]) => factory.createCallExpression(factory.createIdentifier(name), undefined, args);
  const turn = () => call("weft$turn");
  const counted = (body: ts.Statement): ts.Block =>
    factory.createBlock([factory.createExpressionStatement(turn()), ...(ts.isBlock(body) ? body.statements : [body])], true);
  const isSum = (node: ts.Node): node is ts.BinaryExpression =>
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
  const visit = (node: ts.Node): ts.Node => {
    // Of a + b + c only the whole is looked at: what is inside is never longer.
    const inner = isSum(node) && isSum(node.left) ? visitSum(node) : ts.visitEachChild(node, visit, context);
    if (ts.isForStatement(inner))
      return factory.updateForStatement(inner, inner.initializer, inner.condition, inner.incrementor, counted(inner.statement));
    if (ts.isForOfStatement(inner))
      return factory.updateForOfStatement(inner, inner.awaitModifier, inner.initializer, inner.expression, counted(inner.statement));
    if (ts.isWhileStatement(inner)) return factory.updateWhileStatement(inner, inner.expression, counted(inner.statement));
    if (ts.isDoStatement(inner)) return factory.updateDoStatement(inner, counted(inner.statement), inner.expression);
    if (ts.isArrowFunction(inner)) {
      const body = ts.isBlock(inner.body) ? counted(inner.body) : factory.createComma(turn(), inner.body);
      return factory.updateArrowFunction(
        inner,
        inner.modifiers,
        inner.typeParameters,
        inner.parameters,
        inner.type,
        inner.equalsGreaterThanToken,
        body,
      );
    }
    if (ts.isSpreadElement(inner)) return factory.updateSpreadElement(inner, call("weft$spread", inner.expression));
    if (ts.isSpreadAssignment(inner)) return factory.updateSpreadAssignment(inner, call("weft$spread", inner.expression));
    return ts.isTemplateExpression(inner) || isSum(inner) ? call("weft$text", inner) : inner;
  };
  const visitSum = (sum: ts.BinaryExpression): ts.BinaryExpression => {
    const left = isSum(sum.left) ? visitSum(sum.left) : ts.visitNode(sum.left, visit, ts.isExpression);
    return factory.updateBinaryExpression(sum, left, sum.operatorToken, ts.visitNode(sum.right, visit, ts.isExpression));
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

function refuseForeignImports(module: ts.SourceFile): void {
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(module) === "require")
    ) {
      throw new Error("A workflow may not load modules while it runs.");
    }
    if (ts.isImportEqualsDeclaration(node) || (ts.isExportDeclaration(node) && node.moduleSpecifier))
      throw new Error("A workflow may only use plain imports.");
    if (ts.isImportDeclaration(node)) refuseForeignImport(node);
    ts.forEachChild(node, visit);
  };
  visit(module);
}

function refuseForeignImport(node: ts.ImportDeclaration): void {
  const name = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : "";
  const allowed = Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
  if (!allowed) throw new Error(`A workflow may not import "${name}".`);
  const bindings = node.importClause?.namedBindings;
  if (node.importClause?.name || !bindings || !ts.isNamedImports(bindings))
    throw new Error(`A workflow may only import names from "${name}".`);
  for (const element of bindings.elements) {
    const imported = (element.propertyName ?? element.name).text;
    if (!allowed.includes(imported)) throw new Error(`"${name}" has no ${imported} that a workflow may use.`);
  }
}
