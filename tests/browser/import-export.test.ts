import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type { Graph } from "../../codegen/index.ts";
import { enter, openBrowser, useBrowser } from "./browser.ts";
import { EditorPage } from "./editor.ts";

useBrowser();

/** As an exported project holds it, and as somebody has changed it by hand. */
const FILE = `import { request } from "@/plugins/http/steps/request";

export const trigger = { on: "http", respond: "sync" } as const;

export interface TellShopInput {
  body: any;
  query: Record<string, string>;
  headers: Record<string, string>;
}

/** Tells the shop, twice. */
export async function tellShop(input: TellShopInput) {
  "use workflow";

  // Ask first
  const ask = await request({ method: "GET", url: \`https://shop.example.com/orders/\${input.body.id}\` });

  const tell = await request({ method: "POST", url: "https://shop.example.com/told", body: ask.body });
  return tell.body;
}
`;

it("takes a workflow's file on a blank canvas and in the list of workflows, and exports several as one project", async () => {
  const { page, problems } = await openBrowser();
  const workspace = await enter(page);
  const editor = new EditorPage(page);
  await editor.skipTour();
  const list = `/w/${workspace}`;
  const draft = async (): Promise<Graph> => {
    const id = page.url().split("/").at(-1) ?? "";
    return (await (await page.request.get(`/api/documents/${id}`, { headers: { "x-weft-workspace": workspace } })).json()).graph as Graph;
  };
  const drawn = (graph: Graph): unknown => [
    graph.title,
    graph.nodes.map(({ id, kind, label, config }) => ({ id, kind, label, config })),
    graph.edges.map(({ source, target }) => `${source} > ${target}`),
  ];

  await page.goto(list);
  await page.getByRole("button", { name: "New workflow" }).click();
  await page.getByRole("menuitem", { name: "Blank workflow" }).click();
  await editor.node("Trigger").waitFor();
  const file = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "tell-shop.ts"));
    return data;
  }, FILE);
  await page.locator(".react-flow__pane").dispatchEvent("drop", { dataTransfer: file, clientX: 600, clientY: 400 });
  await editor.node("Ask first").waitFor();
  await editor.saved();
  const dropped = await draft();
  expect(drawn(dropped)).toEqual(["Tells the shop, twice.", expect.any(Array), ["input > ask", "ask > tell", "tell > return1"]]);
  expect(dropped.nodes[0]?.config).toEqual({ on: "http", respond: "sync" });

  await page.goto(list);
  await page.getByRole("link", { name: "Order alert" }).waitFor();
  await page.getByLabel("Import a file").setInputFiles({ name: "tell-shop.ts", mimeType: "text/typescript", buffer: Buffer.from(FILE) });
  await editor.node("Ask first").waitFor();
  const opened = await draft();
  expect([opened.name, drawn(opened)]).toEqual(["tellShop", drawn(dropped)]);

  await page.goto(list);
  await page.getByRole("link", { name: "Order alert" }).waitFor();
  for (const box of await page.getByRole("checkbox", { name: "Select Tells the shop, twice." }).all()) await box.check();
  await page.getByText("2 selected").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as one project" }).click(),
  ]);
  const zip = await readFile(await download.path(), "latin1");
  expect(zip).toContain("/workflows/tell-shop.ts");
  expect(zip).toContain(`/workflows/${dropped.name}.ts`);
  expect(problems).toEqual([]);
});
