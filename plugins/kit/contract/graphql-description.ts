import { readFileSync } from "node:fs";
import {
  buildSchema,
  executeSync,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  parse,
  validate,
} from "graphql";
import type { DocumentNode, GraphQLOutputType, GraphQLSchema } from "graphql";
import type { FakeAnswer } from "./answer-call.ts";
import type { Call } from "./validate-call.ts";

/** A service's own description of its GraphQL API. */
export interface GraphqlDescription {
  readonly address: URL;
  /** Everything about a call that the schema does not allow, in words. */
  check(call: Call): string[];
  /** What a healthy service answers: each field holds a value made from its type. */
  answer(call: Call): FakeAnswer;
}

/** What a call asks for, read of its body. */
interface Question {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Reads a schema in GraphQL's own language. Throws when the file is none. */
export function readGraphqlDescription(file: string, address: string): GraphqlDescription {
  // A vendor's published schema may break rules of the specification that concern its own server only.
  const schema = buildSchema(readFileSync(file, "utf8"), { assumeValid: true, assumeValidSDL: true });
  const url = new URL(address);
  return {
    address: url,
    check(call) {
      if (call.url.origin !== url.origin || call.url.pathname !== url.pathname) return [`${call.url.href} is not the address of the API`];
      if (call.method !== "POST") return [`${call.method}: only POST is taken`];
      const question = readQuestion(call.body);
      return question instanceof Error ? [question.message] : checkQuestion(schema, question);
    },
    answer(call) {
      const question = readQuestion(call.body);
      if (question instanceof Error) return { status: 400, body: { errors: [{ message: question.message }] } };
      const result = executeSync({
        schema,
        document: question.document,
        variableValues: question.variables,
        fieldResolver: (_source, _args, _context, { fieldName, returnType }) => valueOf(fieldName, returnType),
        typeResolver: (_value, _context, _info, type) => schema.getPossibleTypes(type)[0]?.name,
      });
      return { body: result };
    },
  };
}

function readQuestion(body: string): Question | Error {
  try {
    // Checked below by the library itself, whose messages say what is missing.
    const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    return { document: parse(query), variables };
  } catch (error) {
    return new Error(`the body is not a GraphQL request: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checkQuestion(schema: GraphQLSchema, { document, variables }: Question): string[] {
  const wrong = validate(schema, document).map(({ message }) => message);
  const operation = getOperationAST(document);
  if (wrong.length > 0 || !operation) return operation ? wrong : [...wrong, "the query holds no operation"];
  const declared = operation.variableDefinitions ?? [];
  const { errors = [] } = getVariableValues(schema, declared, variables);
  const names = new Set(declared.map(({ variable }) => variable.name.value));
  return [
    ...errors.map(({ message }) => message),
    ...Object.keys(variables)
      .filter((name) => !names.has(name))
      .map((name) => `the variable "$${name}" is not declared`),
  ];
}

function valueOf(field: string, type: GraphQLOutputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(field, nullable.ofType)];
  const named = getNamedType(nullable);
  if (isObjectType(named) || isAbstractType(named)) return {};
  if (isEnumType(named)) return named.getValues()[0]?.value;
  // A list that goes on forever would never be read to its end.
  if (named.name === "Boolean") return !/^has(?:Next|Previous)Page$/.test(field);
  if (named.name === "Int" || named.name === "Float") return 1;
  if (named.name === "ID") return "9c2f4a1e-7d3b-4f60-8a55-0b1c2d3e4f50";
  if (named.name === "DateTime") return "2026-01-02T03:04:05.000Z";
  if (named.name.startsWith("JSON")) return {};
  return field;
}
