import type { Locator, Page } from "playwright-core";

/** The editor as a person finds its parts: by what they are called. */
export class EditorPage {
  readonly page: Page;
  readonly canvas: Locator;
  readonly details: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole("region", { name: "Canvas", exact: true });
    this.details = page.getByRole("complementary", { name: "Details" });
  }

  /** A node's card, by the start of its name as it is read out. */
  node(name: string): Locator {
    return this.canvas.getByRole("button", { name: new RegExp(`^${name}`) });
  }

  /** Skips the tour that a new browser is shown. */
  async skipTour(): Promise<void> {
    await this.page.getByRole("button", { name: "Skip the tour" }).click();
  }

  /** Waits until what was edited is at the server. */
  async saved(): Promise<void> {
    await this.page.locator('[data-save-state="saved"]').waitFor();
  }

  /** Shows canvas, code or both. */
  async show(view: "Canvas" | "Both" | "Code"): Promise<void> {
    await this.page.getByRole("radio", { name: view, exact: true }).click();
  }
}
