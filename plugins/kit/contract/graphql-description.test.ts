import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGraphqlDescription } from "./graphql-description.ts";

const ADDRESS = "https://api.linear.app/graphql";
const linear = readGraphqlDescription(join(import.meta.dirname, "..", "..", "linear", "contract.graphql"), ADDRESS);
const call = (query: string, variables: object = {}, url = ADDRESS): Parameters<typeof linear.check>[0] => ({
  method: "POST",
  url: new URL(url),
  headers: {},
  body: JSON.stringify({ query, variables }),
});

describe("a GraphQL service's description", () => {
  it("finds nothing wrong with a query whose fields and variables are as the schema says", () => {
    expect(linear.check(call("query Q($id: String!) { issue(id: $id) { title } }", { id: "ENG-1" }))).toEqual([]);
  });

  it.each([
    ["an unknown field", call("{ viewer { nickname } }"), 'Cannot query field "nickname" on type "User". Did you mean "name"?'],
    [
      "a variable that is missing",
      call("query Q($id: String!) { issue(id: $id) { title } }"),
      'Variable "$id" of required type "String!" was not provided.',
    ],
    ["a variable that nobody declares", call("{ viewer { name } }", { id: 1 }), 'the variable "$id" is not declared'],
    [
      "another address",
      call("{ viewer { name } }", {}, "https://api.linear.app/graph"),
      "https://api.linear.app/graph is not the address of the API",
    ],
    ["another method", { ...call("{ viewer { name } }"), method: "GET" }, "GET: only POST is taken"],
    ["no query", call("nonsense"), 'the body is not a GraphQL request: Syntax Error: Unexpected Name "nonsense".'],
  ])("names %s", (_, made, problem) => {
    expect(linear.check(made)).toEqual([problem]);
  });

  it("answers each field with a value of its type, and lists that end", () => {
    const query = "{ issues { nodes { title priority createdAt team { key } } pageInfo { hasNextPage } } }";
    const issue = { title: "title", priority: 1, createdAt: "2026-01-02T03:04:05.000Z", team: { key: "key" } };
    expect(linear.answer(call(query)).body).toEqual({ data: { issues: { nodes: [issue], pageInfo: { hasNextPage: false } } } });
  });
});
